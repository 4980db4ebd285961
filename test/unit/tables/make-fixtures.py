#!/usr/bin/env python3
"""Writes the workbooks of fixtures/ with openpyxl: tables as statistics offices keep them. All figures are invented.

    pip install openpyxl && python3 test/unit/tables/make-fixtures.py
"""
import re
import zipfile
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

here = Path(__file__).parent / 'fixtures'
here.mkdir(exist_ok=True)


def save(book, name):
    """Saves with fixed dates, so that running the script again changes nothing."""
    book.properties.created = book.properties.modified = datetime(2020, 1, 1)
    path = here / name
    book.save(path)
    parts = {info.filename: zipfile.ZipFile(path).read(info.filename) for info in zipfile.ZipFile(path).infolist()}
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            if part == 'xl/worksheets/sheet1.xml':
                # The binary floats that Excel itself stores for sums: openpyxl writes sixteen digits only.
                data = data.replace(b'<v>157.4999</v>', b'<v>157.49999999999997</v>')
                data = data.replace(b'<v>0.0712</v>', b'<v>7.0999999999999994E-2</v>')
            if part == 'docProps/core.xml':
                data = re.sub(rb'(<dcterms:modified[^>]*>)[^<]*', rb'\g<1>2020-01-01T00:00:00Z', data)
            archive.writestr(zipfile.ZipInfo(part, (1980, 1, 1, 0, 0, 0)), data)


# Indicators in rows; two heads, merged; years as columns; unit above the table; growth as percent cells.
book = Workbook()
sheet = book.active
sheet.title = '主要指标'
sheet['A1'] = '示例区２０１６年主要经济指标'
sheet['A1'].font = Font(bold=True)
sheet.merge_cells('A1:F1')
sheet['F2'] = '单位：亿元'
for row in [
    ['指　　标', '2016年', None, '2015年', '全市位次', '备注'],
    [None, '绝对额', '比上年增长', None, None, None],
    ['一、国民经济核算'],
    ['地 区 生 产 总 值', 157.4999, 0.0712, 147.1, 3, '可比价'],
    ['  其中：第三产业增加值', 83.2, 0.094, 74.85, 2, None],
    ['二、投资和财政'],
    ['固定资产投资①', '１３５．１', 0.038, '…', 1, None],
    ['一般公共预算收入（万元）', 68012, 0.016, '66,940', 1, None],
    ['常住人口', 41.3, '—', 41.0, None, None],
    ['实际利用外资（万美元）', '7,800', -0.0125, '7,899', None, None],
    ['夜间经济街区（条）', 6, None, None, None, None],
    ['外贸出口总额（万美元）', '待定', None, None, None, None],
]:
    sheet.append(row)
sheet.append(['注：①固定资产投资不含农户。'])
sheet.merge_cells('A3:A4')
sheet.merge_cells('B3:C3')
for column in 'DEF':
    sheet.merge_cells(f'{column}3:{column}4')
for row in range(6, 16):
    sheet[f'B{row}'].number_format = '0.0_ '
    sheet[f'C{row}'].number_format = '0.0%'
    sheet[f'D{row}'].number_format = '#,##0.00_);(#,##0.00)'
sheet['B10'].number_format = '#,##0'
sheet['D9'].number_format = 'General'
sheet['B13'].number_format = '0'

# Years in rows, indicators in columns with units in the heads; a formula without a stored result.
years = book.create_sheet('历年')
years.append(['历年主要指标'])
years.append(['年份', '地区生产总值（亿元）', '地区生产总值增长速度（%）', '居民人均可支配收入(元)', '粮食产量，万吨'])
for row in [[2014, 138.2, 8.5, 21030, 5.25], [2015, 147.1, 7.9, 22880, 5.3], ['2016年', 157.5, 7.1, '=D5*1.08', 5.28]]:
    years.append(row)
for row in range(3, 6):
    years[f'B{row}'].number_format = '0.0'
    years[f'E{row}'].number_format = '0.00'

# Several places side by side, and a sheet that is no table.
places = book.create_sheet('各县区')
places.append(['指标', '示例区', '邻近区'])
places.append(['地区生产总值（亿元）', 157.5, 210.3])
notes = book.create_sheet('说明')
notes['A1'] = '本表由示例区统计局编制。'
save(book, '主要指标.xlsx')

# A plain list: name, unit, value, plan, done; percentages kept as fractions without a percent format.
book = Workbook()
sheet = book.active
sheet.title = 'Sheet1'
sheet.append(['2016年目标完成情况'])
sheet.append(['序号', '指标名称', '计量单位', '年度目标', '实际完成', '完成年计划%', '增速'])
for row in [
    [1, '地区生产总值', '亿元', 155, 157.5, 101.6, 0.071],
    [2, '固定资产投资', '亿元', 140, 135.1, 96.5, 0.038],
    [3, '社会消费品零售总额', '亿元', 60, 61.25, 102.1, 0.123],
    [4, '城镇登记失业率', '%', 4, 3.2, '-', '-'],
]:
    sheet.append(row)
save(book, '目标完成.xlsx')

# A yearbook's table: its number before the title, ranks of level and growth under one head, industries under the GDP,
# a count among amounts. Then districts in rows, with indicators over level and growth; and a month's table.
book = Workbook()
sheet = book.active
sheet.title = '1-2 主要指标'
for row in [
    ['1-2　　示例区国民经济主要指标（2016年）'],
    [None, None, None, None, '单位：亿元'],
    ['指　标', '绝对量', '比上年增长（％）', '全市位次', None],
    [None, None, None, '总量', '增速'],
    ['地区生产总值', '１５７．５', 7.1, 3, 2],
    ['　　第一产业', 1.6, 3.2, 8, 5],
    ['　　第三产业', 130.5, 8.4, 2, '—'],
    ['固定资产投资（不含农户）', 135.1, 3.8, 4, 1],
    ['银行营业网点数', 45, None, None, None],
    ['注：增长速度按可比价格计算。'],
]:
    sheet.append(row)
for cells in ['A1:E1', 'A3:A4', 'B3:B4', 'C3:C4', 'D3:E3']:
    sheet.merge_cells(cells)
places = book.create_sheet('各县区')
for row in [
    ['2016年各县（市）区主要经济指标完成情况'],
    ['填报单位：示例市统计局', None, None, None, '单位：亿元、%'],
    ['县（市）区', '地区生产总值', None, '一般公共预算收入', None],
    [None, '总量', '增速', '总量', '增速'],
    ['全　市', 2166.97, 8.3, 148.1, 5.1],
    ['示例区', 157.5, 7.1, 6.8, 1.6],
    ['邻近区', 210.3, 7.5, 9.2, 6],
]:
    places.append(row)
for cells in ['A3:A4', 'B3:C3', 'D3:E3']:
    places.merge_cells(cells)
month = book.create_sheet('Sheet3')
month.append(['2016年1-11月主要指标'])
month.append(['指标', '1-11月累计', '同比增长%'])
month.append(['规模以上工业增加值（亿元）', 11.5, 10])
save(book, '年鉴.xlsx')

# What a Chinese Excel saves as CSV: GB18030, thousands separators quoted, a title above.
text = '''示例区2016年国民经济主要指标,,,
指标,单位,2016年,比2015年增长（%）
地区生产总值,亿元,157.5,7.1
一般公共预算收入,万元,"68,012",1.6
"常住人口
（年末）",万人,41.3,
进出口总额,万美元,"12,350",-8.4
'''
(here / '国民经济.csv').write_bytes(text.replace('\n', '\r\n').encode('gb18030'))

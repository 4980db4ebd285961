// Tables as the house sets them: rules 1 pt at head and foot, half a point under the head, hairlines between groups,
// none vertical; numbers on their decimal point; head repeated on each page; a row never splits; caption above, notes below.
import { colorOf } from '../theme/theme.ts';
import type { Inline, Row, Table } from '../tree/tree.ts';
import { isForm } from '../tree/walk.ts';
import { columnWidths, decimalIndents } from './column-widths.ts';
import type { Align, CellNode, DefinitionNode, DefinitionRun, SpannedCell, TableNode } from './definition.ts';
import { runsOf } from './inlines.ts';
import { smallerSize, styleOf, type Builder } from './styles.ts';
import { formatOf, textNode, widthOf } from './text-nodes.ts';

type CellStyle = {
  readonly name: 'table-head' | 'table-cell' | 'table-group';
  readonly size: number;
  readonly leading: number;
};

const cellStyle = (builder: Builder, table: Table, name: CellStyle['name']): CellStyle => {
  const style = styleOf(builder, name);
  if (table.density === 'normal') return { name, size: style.size, leading: style.leading };
  // A compact table is set one step smaller, with the leading in proportion.
  const size = smallerSize(style.size);
  return { name, size, leading: (style.leading * size) / style.size };
};

const cellNode = (
  builder: Builder,
  runs: readonly DefinitionRun[],
  style: CellStyle,
  align: Align,
  indent: number,
  tag: NonNullable<CellNode['tag']>,
): CellNode => ({
  text: '',
  runs,
  format: { ...formatOf(builder, style.name), size: style.size, leading: style.leading, align, indent },
  tag,
});

const emptySpan: SpannedCell = { text: '', spanned: true };

export const tableNode = (builder: Builder, block: Table): DefinitionNode => {
  const { table: look, rules: ruleTheme } = builder.pageTheme;
  const styles = {
    head: cellStyle(builder, block, 'table-head'),
    cell: cellStyle(builder, block, 'table-cell'),
    group: cellStyle(builder, block, 'table-group'),
  };
  const cellRuns = (inlines: readonly Inline[], style: CellStyle): readonly DefinitionRun[] =>
    runsOf(builder, inlines, styleOf(builder, style.name), { size: style.size });

  const heads = block.columns.map(({ header }) => cellRuns(header, styles.head));
  const cells = block.rows.map((row) =>
    block.columns.map((_, column) =>
      cellRuns(row.cells[column]?.children ?? [], row.group ? styles.group : styles.cell),
    ),
  );
  const columnRuns = (column: number): readonly (readonly DefinitionRun[])[] =>
    cells.filter((_, row) => !block.rows[row]?.group).map((row) => row[column] ?? []);

  const padding = look.cellPadding;
  const widths = columnWidths(
    builder,
    block.columns.map(({ width }, column) => ({ asked: width, runs: [heads[column] ?? [], ...columnRuns(column)] })),
    builder.width - padding * 2 * block.columns.length,
  );
  const aligns = block.columns.map(({ align }): Align => (align === 'decimal' ? 'left' : align));
  const indents = block.columns.map(({ align }, column) =>
    align === 'decimal' ? decimalIndents(builder, columnRuns(column), widths[column] ?? 0) : [],
  );

  let plainRow = 0;
  const bodyRow = (row: Row, index: number): TableNode['table']['body'][number] => {
    if (row.group) {
      const title = cells[index]?.[0] ?? [];
      const tag = { type: 'TH', scope: 'Row', colSpan: block.columns.length } as const;
      const first = { ...cellNode(builder, title, styles.group, 'left', 0, tag), colSpan: block.columns.length };
      return [first, ...block.columns.slice(1).map(() => emptySpan)];
    }
    const place = plainRow++;
    return block.columns.map((_, column) => {
      const content = cells[index]?.[column] ?? [];
      const indent = indents[column]?.[place];
      // What is wider than its column cannot hang on the decimal point: it is set flush right.
      const align = indent === null ? 'right' : (aligns[column] ?? 'left');
      return cellNode(builder, content, styles.cell, align, indent ?? 0, { type: 'TD' });
    });
  };
  const head = block.columns.map(({ align }, column) => {
    const tag = { type: 'TH', scope: 'Column' } as const;
    return cellNode(builder, heads[column] ?? [], styles.head, align === 'left' ? 'left' : 'center', 0, tag);
  });
  const hasHead = heads.some((runs) => runs.length > 0);
  const body = [...(hasHead ? [head] : []), ...block.rows.map(bodyRow)];

  const hasGroups = block.rows.some(({ group }) => group);
  // Rows of one line tell themselves apart; hairlines help where most rows run over lines.
  const wraps = (row: readonly (readonly DefinitionRun[])[]): boolean =>
    row.some((cell, column) => widthOf(builder, cell) > (widths[column] ?? 0));
  const plainRows = cells.filter((_, index) => !block.rows[index]?.group);
  const dense = plainRows.filter(wraps).length * 2 > plainRows.length;
  const between = (row: Row): number => {
    if (isForm(block)) return look.rowRule;
    if (hasGroups) return row.group ? look.rowRule : 0;
    return dense ? look.rowRule : 0;
  };
  const above = block.rows.map((row, index) => (index === 0 ? (hasHead ? look.headRule : look.topRule) : between(row)));
  const rules = [...(hasHead ? [look.topRule] : []), ...above, look.bottomRule];
  const ink = colorOf(builder.theme, 'ink');
  const mid = colorOf(builder.theme, 'mid');
  const vertical = Math.max(0, (look.pitch * styles.cell.size - styles.cell.leading) / 2);

  const table: TableNode = {
    table: {
      headerRows: hasHead ? 1 : 0,
      dontBreakRows: true,
      body,
    },
    groupRows: body.map((_, index) => block.rows[index - (hasHead ? 1 : 0)]?.group === true),
    layout: 'ruled',
    source: block,
    columnWidths: widths,
    rules,
    ruleColors: rules.map((width) => (width <= ruleTheme.hairline ? mid : ink)),
    paddings: { vertical, horizontal: padding },
  };
  const caption = block.caption.length === 0 ? [] : [captionNode(builder, block.caption)];
  const whole: DefinitionNode = { stack: [...caption, ...(body.length === 0 ? [] : [table])], tag: { type: 'Table' } };
  const notes = block.notes.map((note) => textNode(builder, note, 'note', { indent: 0 }));
  const gap = builder.pageTheme.gap / 3;
  const spaced = notes.map((note, index): DefinitionNode => ({ ...note, margin: [0, index === 0 ? gap : 0, 0, 0] }));
  return {
    stack: [whole, ...spaced],
    // A short table is read at one glance: it stays on one page.
    ...(block.rows.length <= 5 ? { keep: true as const } : {}),
  };
};

const captionNode = (builder: Builder, caption: readonly Inline[]): DefinitionNode => ({
  ...textNode(builder, caption, 'caption', { tag: { type: 'Caption' }, balanced: true }),
  keepWithNext: true,
});

/** The widths of the columns of every table in `nodes`, points without padding. */
export const tableWidths = (nodes: readonly DefinitionNode[]): ReadonlyMap<Table, readonly number[]> => {
  const found = new Map<Table, readonly number[]>();
  const walk = (node: DefinitionNode): void => {
    if ('table' in node) found.set(node.source, node.columnWidths);
    else if ('stack' in node) node.stack.forEach(walk);
    else if ('columns' in node) node.columns.forEach(walk);
  };
  nodes.forEach(walk);
  return found;
};

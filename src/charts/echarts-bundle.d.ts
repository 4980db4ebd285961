// ECharts in one file, of which its package has no types: they are those of the whole.
declare module 'echarts/dist/echarts.esm.min.mjs' {
  export * from 'echarts';
}

/** 行政区划 of Shaoxing, as a system of the city uses them. */
export const areaRows = [
  {
    code: '330600',
    kind: 'city',
    zh: '绍兴市',
    en: 'Shaoxing City',
    // In GB/T 2260, 330601 is 市辖区, which has no cases; but 办件统一编号 begin with it.
    aliases: ['330601'],
  },
  { code: '330602', kind: 'district', zh: '越城区', en: 'Yuecheng District' },
  { code: '330603', kind: 'district', zh: '柯桥区', en: 'Keqiao District' },
  { code: '330604', kind: 'district', zh: '上虞区', en: 'Shangyu District' },
  { code: '330624', kind: 'county', zh: '新昌县', en: 'Xinchang County' },
  { code: '330681', kind: 'county_level_city', zh: '诸暨市', en: 'Zhuji City' },
  { code: '330683', kind: 'county_level_city', zh: '嵊州市', en: 'Shengzhou City' },
  { code: '330651', kind: 'internal', zh: '袍江开发区', en: 'Paojiang Development Zone' },
  { code: '330652', kind: 'internal', zh: '滨海新城', en: 'Binhai New Town' },
  { code: '330653', kind: 'internal', zh: '高新区', en: 'High-tech Zone' },
  { code: '330654', kind: 'internal', zh: '镜湖新区', en: 'Jinghu New Area' },
] as const;

/** 发文字号 as printed: the kind, the year in 六角括号, and the number, e.g. 国办发明电〔2025〕7号. */
export const documentNumber = /^[\p{Script=Han}A-Za-z]{2,20}〔\d{4}〕\d{1,4}号$/u;

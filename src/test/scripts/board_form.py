"""Writes annex 2, filled, three times into a folder: as a .docx by hand, as a web page, as a flat OpenDocument text (see office-fixtures.sh)."""
import html
import pathlib
import sys
import zipfile

ROWS = [
    ["项目名称", "轻合金联合实验室"],
    ["单位名称", "云岭材料学院"],
    ["合作国别", "德国、法国"],
    ["项目领域", "材料科学技术"],
    ["外方合作单位", "莱茵轻金属研究所"],
    ["中方投入情况", "经费1200万元"],
    ["外方投入情况", "设备450万元"],
    ["合作性质", "☑政府间", "□部门、地方间", "□院所、企业间", "□其他："],
    ["项目起始时间及完成情况：\n2011年3月启动，2015年完成"],
    ["单位联系人", "沈若禾", "电　话", "0899-5550111", "传　真", "0899-5550112"],
    ["手　机", "13900000000", "电子信箱", "contact@example.org"],
    ["展板文字（不超过200字）：\n铸造镁合金强度提高35%。"],
    ["展板照片（2-4张）", "序号", "文件名称", "照片简要说明"],
    ["", "1", "a.jpg", "签约现场"],
    ["", "2", "b.jpg", "试验现场"],
    ["保密部门审核意见（可另附纸）：\n同意公开。"],
    ["知识产权归属情况说明（可另附纸）：\n双方共有。"],
    ["其他制作要求：\n无"],
    ["推荐部门意见：\n同意推荐。"],
    ["参展单位（盖章）\n2015年　　月　　日"],
]
TITLE = "展板信息登记表"
GRID = 12


def spans(row):
    """How the cells of a row share the columns of the grid; the last takes what is left."""
    each = GRID // len(row)
    return [each] * (len(row) - 1) + [GRID - each * (len(row) - 1)]


def docx(path):
    def paragraphs(text):
        return "".join(f'<w:p><w:r><w:t xml:space="preserve">{html.escape(line)}</w:t></w:r></w:p>' for line in text.split("\n"))

    rows = "".join(
        "<w:tr>" + "".join(
            f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{paragraphs(cell)}</w:tc>' for cell, span in zip(row, spans(row))) + "</w:tr>"
        for row in ROWS)
    grid = "<w:tblGrid>" + '<w:gridCol w:w="750"/>' * GRID + "</w:tblGrid>"
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006/"
    document = f'<w:document xmlns:w="{main}"><w:body>{paragraphs(TITLE)}<w:tbl>{grid}{rows}</w:tbl><w:p/></w:body></w:document>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as out:
        for name, text in (
            ("[Content_Types].xml", f'<Types xmlns="{package}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                                    f'<Override PartName="/word/document2.xml" ContentType="{kind}"/></Types>'),
            ("_rels/.rels", f'<Relationships xmlns="{package}relationships"><Relationship Id="rId1" Type="{relation}" Target="word/document2.xml"/></Relationships>'),
            ("word/document2.xml", document),
        ):
            entry = zipfile.ZipInfo(name, (2015, 7, 1, 9, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)


def page(path):
    rows = "".join(
        "<tr>" + "".join(f'<td colspan="{span}">' + "".join(f"<p>{html.escape(line)}</p>" for line in cell.split("\n")) + "</td>"
                         for cell, span in zip(row, spans(row))) + "</tr>"
        for row in ROWS)
    path.write_text(f'<html><head><meta charset="utf-8"></head><body><p>{TITLE}</p><table border="1">{rows}</table></body></html>', encoding="utf-8")


def opendocument(path):
    def cell(text, span):
        body = "".join(f"<text:p>{html.escape(line)}</text:p>" for line in text.split("\n"))
        return (f'<table:table-cell office:value-type="string" table:number-columns-spanned="{span}">{body}</table:table-cell>'
                + "<table:covered-table-cell/>" * (span - 1))

    rows = "".join("<table:table-row>" + "".join(cell(text, span) for text, span in zip(row, spans(row))) + "</table:table-row>" for row in ROWS)
    names = "".join(f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table"))
    path.write_text(f'<?xml version="1.0" encoding="UTF-8"?><office:document{names} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">'
                    f'<office:body><office:text><text:p>{TITLE}</text:p><table:table><table:table-column table:number-columns-repeated="{GRID}"/>{rows}</table:table>'
                    f'</office:text></office:body></office:document>', encoding="utf-8")


if __name__ == "__main__":
    folder = pathlib.Path(sys.argv[1])
    docx(folder / "board-form-python.docx")
    page(folder / "page.html")
    opendocument(folder / "text.fodt")

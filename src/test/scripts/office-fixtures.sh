#!/bin/bash
# Makes the Office files of src/test/resources/office that another program has to write: annex 2 built by python, by LibreOffice out of a
# web page and out of an OpenDocument text, and as a .doc. Needs python3 and soffice. Names and figures are invented.
# usage: office-fixtures.sh [OUT]
set -eu
here=$(cd "$(dirname "$0")/../../.." && pwd)
out=${1:-$here/src/test/resources/office}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 "$here/src/test/scripts/board_form.py" "$work"
cp "$work/board-form-python.docx" "$out/"

convert() { # FILE FILTER EXTENSION NAME
    soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$2" --outdir "$work/out" "$work/$1" > /dev/null 2>&1
    mv "$work/out/${1%.*}.$3" "$out/$4"
}
convert page.html 'docx:MS Word 2007 XML' docx board-form-from-web-page.docx
convert text.fodt 'docx:MS Word 2007 XML' docx board-form-from-opendocument.docx
convert text.fodt 'doc:MS Word 97' doc board-form-97.doc
ls -l "$out"

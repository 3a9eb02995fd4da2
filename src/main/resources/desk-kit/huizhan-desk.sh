#!/bin/sh
# Starts the desk of this folder, and opens it in the browser. HUIZHAN_DATA names another folder for its material.
here=$(cd "$(dirname "$0")" && pwd)
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;; *) export LC_ALL=C.UTF-8 ;; esac
browser=--browser
[ -z "${HUIZHAN_NO_BROWSER:-}" ] || browser=
exec "$here/runtime/bin/java" -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8 -Djava.awt.headless=true -Xmx1g @OPTIONS@ \
  -jar "$here/app/huizhan.jar" serve --zone desk --port 0 --data "${HUIZHAN_DATA:-$here/desk-data}" $browser "$@"

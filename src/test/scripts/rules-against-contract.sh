#!/bin/bash
# Holds the rules of the contract against what `huizhan check --json` says of the studio's folders: each rule alone for its own folder, the
# other side of each boundary clean, nothing for a good nomination, a unit's part and a stub.
# usage: rules-against-contract.sh [CONTRACT.md]   (its table of rules is read for ids that have no folder)
set -u
here=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/huizhan" defects --out "$work" > /dev/null || exit 3
bad=0
checked=0

said() { # FOLDER [ZONE] -> "rule,severity" lines, sorted, once each
    "$here/huizhan" check "$1" --json ${2:+--zone "$2"} | sed -n 's/^ *"rule" *: *"\([^"]*\)".*/\1/p; s/^ *"severity" *: *"\([^"]*\)".*/\1/p' | paste -d, - - | sort -u
}

while IFS=, read -r name rule severity zone; do
    wanted=${rule:+$rule,$severity}
    found=$(said "$work/$name" "$zone")
    checked=$((checked + 1))
    if [ "$found" != "$wanted" ]; then
        bad=$((bad + 1))
        echo "$name: wanted '${wanted}', found '$(echo $found)'"
    fi
done < <(tail -n +2 "$work/cases.csv"; echo good,,,; echo part,,,; echo stub,,,open)

if [ $# -gt 0 ]; then
    for id in $(sed -n '/^## Findings/,/^## /p' "$1" | grep -oE '^\| [^|]*' | grep -oE '(A[0-9]+|form)\.[a-z-]+' | sort -u); do
        grep -q ",$id," "$work/cases.csv" || { bad=$((bad + 1)); echo "$id: no folder breaks it"; }
    done
fi
echo "$checked folders, $bad not as wanted"
[ $bad -eq 0 ]

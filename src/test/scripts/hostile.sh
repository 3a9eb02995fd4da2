#!/bin/bash
# Each hostile image through `disc verify` in a process of its own with 96 MB of heap: seconds, peak memory, what was said.
# usage: hostile.sh [FOLDER]      exit 1 if one isn't refused, takes over 2 s of processor time beside the JVM's start, or 100 MB more than a sound one
set -u
here=$(cd "$(dirname "$0")/../../.." && pwd); work=${1:-$(mktemp -d)}; mkdir -p "$work"
export HUIZHAN_JAVA_OPTIONS="-Xmx96m ${HUIZHAN_JAVA_OPTIONS:-}"
command -v /usr/bin/time >/dev/null || { echo "apt-get install time"; exit 2; }
measured() { /usr/bin/time -f '%e %U %S %M' -o "$work/time" "$here/huizhan" disc verify "$@" >"$work/said" 2>"$work/err"; code=$?; read -r wall user system memory < <(tail -1 "$work/time"); }
printf 'huizhan disc verify, JVM included, heap of 96 MB\n%-26s %4s %7s %7s %9s  %s\n' image exit 'wall s' 'cpu s' 'peak MB' 'first defect'
measured "$here/README.md"
base=$memory; base_cpu=$(echo "$user + $system" | bc)
printf '%-26s %4s %7s %7s %9s  %s\n' '(no image, the start)' $code $wall $base_cpu $((base / 1024)) "$(head -c 60 "$work/err")"
bad=0
while read -r image; do
  measured "$image" --profile huizhan
  cpu=$(echo "$user + $system" | bc)
  said=$( (grep -v '提醒' "$work/said"; cat "$work/err") | head -1 | cut -c1-90)
  printf '%-26s %4s %7s %7s %9s  %s\n' "$(basename "$image" .iso)" $code $wall $cpu $((memory / 1024)) "$said"
  [ $code = 1 ] || [ $code = 2 ] || bad=1
  [ "$(echo "$cpu - $base_cpu < 2.0" | bc)" = 1 ] && [ $((memory - base)) -lt $((100 * 1024)) ] || bad=1
done < <(python3 "$here/src/test/scripts/hostile_images.py" "$work")
exit $bad

#!/usr/bin/env bash
# Writes the seeds of a target into a folder, the ones that are not there yet: inputs of the shape that the target reads.
# The first byte of most targets chooses a profile or a variant.
set -euo pipefail
target=$1 folder=$2
number=0
seed() { number=$((number + 1)); [ -e "$folder/seed-$number" ] || printf '%b' "$1" > "$folder/seed-$number"; }
events=(
  '{"type":2,"data":{"node":{"type":0,"id":1,"childNodes":[{"type":2,"tagName":"input","attributes":{"type":"password","value":"a\\\\\\"b"},"childNodes":[],"id":2}]},"initialOffset":{"left":0,"top":0}},"timestamp":1}'
  '[{"type":4,"data":{"href":"https://u:p@shop.example/?token=x#y","width":1,"height":2},"timestamp":-1.25e-3}]'
  '{"type":3,"data":{"source":0,"texts":[{"id":3,"value":"erika@example.org"}],"attributes":[{"id":2,"attributes":{"style":{"color":["red","important"]},"class":null}}],"removes":[{"parentId":1,"id":4}],"adds":[{"parentId":2,"nextId":null,"node":{"type":3,"textContent":"x","id":9}}]},"timestamp":3}'
  '{"type":3,"data":{"source":8,"id":2,"adds":[{"rule":".a{background:url(x?t=1)}","index":0}]},"timestamp":4}\n{"type":6,"data":{"plugin":"rrweb/console@1","payload":{"payload":["4111 1111 1111 1111",true]}},"timestamp":5}'
)
case $target in
reader) for text in "${events[@]}" '[1,"\\\\ud83d\\\\ude00",{"a":-0.5e+1}] 2 true'; do seed "$text"; done ;;
redact) for text in "${events[@]}"; do seed "0$text"; seed "1$text"; seed "2$text"; done ;;
stream) for text in "${events[@]}"; do seed "abcdefgh$text"; done ;;
resume) for text in "${events[@]}"; do seed "1\x00$text"; done ;;
visit) for letter in a b c d e f; do seed "$(head -c 300 /dev/zero | tr '\0' "$letter")"; done ;;
detect) seed '1Mail erika@example.org, card 4111 1111 1111 1111'; seed '2Passwort: Geheim1! &#64; %40 \\u0040'; seed '3geb. 1.2.1980, Tel. +49 30 1234567, 10.0.0.1, fe80::1' ;;
url) seed '0https://user:pass@shop.example:8080/a;p=1/x.png?page=2&token=%2525abc#/r?k=v'; seed '1data:image/svg+xml;utf8,<svg>x</svg> 1x, /b.png 2x'; seed '0mailto:a@b.example?subject=x' ;;
css) seed '0.a::after{content:"x@y.example"} @import url( x?t=1 );'; seed '1:root{--u:url(//c.example/?k=v)}/* x */'; seed '0@font-face{src:local(x),url(a.woff2?v=1)}' ;;
consent) seed '0CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA'; seed '1DBABMA~CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA~1YNN'; seed '5{"categories":["analytics"]}'; seed '9groups=C0001%3A1%2CC0002%3A0' ;;
lint) seed '<form method=get><label for=c>Card</label><input id=c name=card value="4111"></form>'; seed '<!-- milkglass-lint off: x --><table><tr><th>Name<td>Erika</table><iframe srcdoc="<p>">' ;;
config) seed '0[privacy]\nprofile = "forms"\nmask = [".a > .b"]\n'; seed '1{"privacy":{"network":"urls"}}'; seed '2.a .b:not(.c):is(p, li) > [data-x^="y" i], #id' ;;
esac

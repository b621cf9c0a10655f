# SPDX-License-Identifier: MIT
# zsh -f capture.zsh SCRIPT LINE INNER: what a Tab after LINE offers, in a terminal of its own that has read SCRIPT.
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "source ${(q)3} ${(q)1}"
all=
while zpty -r z chunk; do [[ $chunk == *READY* && $chunk != *source* ]] && break; done
zpty -w -n z "$2"$'\t'
while zpty -r z chunk; do all+=$chunk; [[ $chunk == *END* ]] && break; done
print -r -- "$all" | tr -d '\r' | grep -o '<[^<>]*>' | sort -u
zpty -d z

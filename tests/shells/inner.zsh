# SPDX-License-Identifier: MIT
# Read by the inner zsh: Tab prints what would be offered, each list between < and >.
PROMPT=''
unset zle_bracketed_paste
autoload -U compinit
compinit -u -D
source $1
capture() {
    local -a found
    compadd() {
        if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
        builtin compadd -A found "$@"
        [[ -z $found ]] || print -rl -- "<${^found}>"
        builtin compadd "$@"
    }
    _main_complete
    print END
    exit
}
zle -C capture complete-word capture
bindkey '^I' capture
print READY

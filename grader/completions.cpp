// SPDX-License-Identifier: MIT
#include "completions.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "message.hpp"
#include "show.hpp"

namespace atelier {

namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between)
{
    std::string text;
    for (const std::string& word : words) {
        text += (text.empty() ? "" : std::string(between)) + word;
    }
    return text;
}

std::vector<std::string> all_names(const CommandUsage& command)
{
    std::vector<std::string> names{command.name};
    names.insert(names.end(), command.aliases.begin(), command.aliases.end());
    return names;
}

/// The names of the options, with a value or without.
std::vector<std::string> option_names(const CommandUsage& command, bool with_value)
{
    std::vector<std::string> names;
    for (const OptionUsage& option : command.options) {
        if ((option.kind != ValueKind::none) == with_value) {
            names.insert(names.end(), option.names.begin(), option.names.end());
        }
    }
    return names;
}

std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// Between single quotes, for bash and zsh.
std::string quoted(const std::string& text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

/// What stands at the head of each script.
std::string head(const std::string& shell)
{
    return "# " + tr("Complétion de {} pour l'atelier. Pour l'installer\u00A0:", shell) + "\n" +
           indented(how_to_install_completions(shell), "#     ");
}

// --- bash -------------------------------------------------------------------------------------------------------------

std::string bash_offer(const OptionUsage& value)
{
    switch (value.kind) {
        case ValueKind::choice: return "_atelier_words " + quoted(joined(value.choices, " "));
        case ValueKind::exercise: return "_atelier_names exercises";
        case ValueKind::lesson: return "_atelier_names lessons";
        case ValueKind::file: return "_atelier_files -f";
        case ValueKind::folder: return "_atelier_files -d";
        default: return ":";
    }
}

std::string bash_values(const CommandUsage& command, const std::string& margin)
{
    std::string text;
    for (const OptionUsage& option : command.options) {
        if (option.kind != ValueKind::none) {
            text += fmt::format("{}{}) {}; return ;;\n", margin, joined(option.names, "|"), bash_offer(option));
        }
    }
    return text;
}

std::string bash_script(const CommandUsage& program)
{
    std::string arms;
    for (const CommandUsage& command : program.commands) {
        arms += fmt::format("        {})\n", joined(all_names(command), "|"));
        if (const std::string values = bash_values(command, "                "); !values.empty()) {
            arms += "            case $previous in\n" + values + "            esac\n";
        }
        std::vector<std::string> options = option_names(command, false);
        for (const std::string& name : option_names(command, true)) {
            options.push_back(name);
        }
        arms += fmt::format("            options+={}\n", quoted(" " + joined(options, " ")));
        const std::string offer = command.arguments.empty() ? ":" : bash_offer(command.arguments.front());
        arms += fmt::format("            [[ $current == -* ]] || {{ {}; return; }} ;;\n", offer);
    }
    std::vector<std::string> names;
    for (const CommandUsage& command : program.commands) {
        names.push_back(command.name);
    }
    std::vector<std::string> options = option_names(program, false);
    for (const std::string& name : option_names(program, true)) {
        options.push_back(name);
    }
    return head("bash") + R"sh(
_atelier_words() { mapfile -t COMPREPLY < <(compgen -W "$1" -- "$current"); }
_atelier_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$1" -- "$current")
}
_atelier_names() {
    local name
    while IFS=$'\t' read -r name _; do
        [[ $name != "$current"* ]] || COMPREPLY+=("$name")
    done < <("${COMP_WORDS[0]/#\~/$HOME}" names "$1" 2>/dev/null)
}
_atelier() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} command='' i
    local options=)sh" +
           quoted(joined(options, " ")) + R"sh(
    COMPREPLY=()
    if [[ $current == = ]]; then
        current=''
    elif [[ $previous == = ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            )sh" +
           joined(option_names(program, true), "|") + R"sh()
                [[ ${COMP_WORDS[i + 1]-} != = ]] || ((i++))
                ((i++)) ;;
            --) return ;;
            -*) ;;
            *) [[ -n $command ]] || command=${COMP_WORDS[i]} ;;
        esac
    done
    case $previous in
)sh" + bash_values(program, "        ") +
           R"sh(    esac
    case $command in
        '')
            if [[ $current != -* ]]; then
                _atelier_words )sh" +
           quoted(joined(names, " ")) + R"sh(
                return
            fi ;;
)sh" + arms +
           R"sh(    esac
    _atelier_words "$options"
}
complete -F _atelier atelier
)sh";
}

// --- zsh --------------------------------------------------------------------------------------------------------------

/// Text between brackets or colons of _arguments and _describe.
std::string zsh_text(std::string text)
{
    for (const char* special : {"\\", "[", "]", ":"}) {
        text = replaced(std::move(text), special, std::string("\\") + special);
    }
    return text;
}

std::string zsh_action(const OptionUsage& value)
{
    switch (value.kind) {
        case ValueKind::choice: return "(" + joined(value.choices, " ") + ")";
        case ValueKind::exercise: return "_atelier_exercises";
        case ValueKind::lesson: return "_atelier_lessons";
        case ValueKind::file: return "_files";
        case ValueKind::folder: return "_files -/";
        default: return " ";
    }
}

std::vector<std::string> zsh_options(const CommandUsage& command)
{
    std::vector<std::string> specs;
    for (const OptionUsage& option : command.options) {
        for (const std::string& name : option.names) {
            std::string spec = option.names.size() > 1 ? "(" + joined(option.names, " ") + ")" : std::string();
            spec += name + (option.kind != ValueKind::none && name.rfind("--", 0) == 0 ? "=" : "");
            spec += "[" + zsh_text(option.what) + "]";
            if (option.kind != ValueKind::none) {
                spec += ":" + zsh_text(option.value) + ":" + zsh_action(option);
            }
            specs.push_back(quoted(spec));
        }
    }
    return specs;
}

std::string zsh_script(const CommandUsage& program)
{
    const std::vector<std::string> common = zsh_options(program);
    std::string commands;
    std::string arms;
    for (const CommandUsage& command : program.commands) {
        commands += "            " + quoted(zsh_text(command.name) + ":" + zsh_text(command.what)) + "\n";
        std::vector<std::string> specs = zsh_options(command);
        for (const std::string& spec : common) {
            if (std::find(specs.begin(), specs.end(), spec) == specs.end()) {
                specs.push_back(spec);
            }
        }
        for (const OptionUsage& argument : command.arguments) {
            specs.push_back(quoted((argument.repeated ? "*:" : ":") + zsh_text(argument.names.front()) + ":" +
                                   zsh_action(argument)));
        }
        arms += fmt::format("            {})\n                _arguments -S {} ;;\n", joined(all_names(command), "|"),
                            joined(specs, " \\\n                    "));
    }
    return "#compdef atelier\n" + head("zsh") + R"sh(
_atelier_names() {
    local -a found
    found=("${(@f)$("$_atelier_program" names $1 2>/dev/null)}")
    found=("${(@)found//:/\\:}")
    found=("${(@)found/$'\t'/:}")
    (( ${#found} )) && [[ -n $found[1] ]] && _describe -t $1 $2 found
}
_atelier_exercises() { _atelier_names exercises )sh" +
           quoted(tr("exercice")) + R"sh( }
_atelier_lessons() { _atelier_names lessons )sh" +
           quoted(tr("leçon")) + R"sh( }
_atelier() {
    local curcontext="$curcontext" state line _atelier_program=${(Q)words[1]}
    local -a commands
    _atelier_program=${_atelier_program/#\~/$HOME}
    _arguments -C \
        )sh" +
           joined(common, " \\\n        ") +
           R"sh( \
        '1: :->command' '*:: :->arguments'
    case $state in
        command)
            commands=(
)sh" + commands +
           R"sh(            )
            _describe -t commands )sh" +
           quoted(tr("commande")) + R"sh( commands ;;
        arguments)
            case $words[1] in
)sh" + arms +
           R"sh(            esac ;;
    esac
}
if [[ $funcstack[1] == _atelier ]]; then
    _atelier "$@"
else
    compdef _atelier atelier
fi
)sh";
}

// --- fish -------------------------------------------------------------------------------------------------------------

std::string fish_quoted(const std::string& text)
{
    return "'" + replaced(replaced(text, "\\", "\\\\"), "'", "\\'") + "'";
}

std::string fish_values(const OptionUsage& value)
{
    switch (value.kind) {
        case ValueKind::choice: return " -x -a " + fish_quoted(joined(value.choices, " "));
        case ValueKind::exercise: return " -x -a '(__atelier_names exercises)'";
        case ValueKind::lesson: return " -x -a '(__atelier_names lessons)'";
        case ValueKind::file: return " -r -F";
        case ValueKind::folder: return " -x -a '(__fish_complete_directories)'";
        case ValueKind::text: return " -x";
        default: return "";
    }
}

std::string fish_options(const CommandUsage& command, const std::string& condition)
{
    std::string text;
    for (const OptionUsage& option : command.options) {
        text += "complete -c atelier" + condition;
        for (const std::string& name : option.names) {
            text += name.rfind("--", 0) == 0 ? " -l " + name.substr(2) : " -s " + name.substr(1);
        }
        text += fish_values(option) + " -d " + fish_quoted(option.what) + "\n";
    }
    return text;
}

std::string fish_script(const CommandUsage& program)
{
    std::string text = head("fish") + R"sh(
function __atelier_names
    set -l words (commandline -opc)
    eval (string replace -r '^~' -- $HOME $words[1] | string escape) names $argv[1] 2>/dev/null
end
function __atelier_command
    set -l words (commandline -opc)
    set -l skip 0
    for word in $words[2..-1]
        if test $skip = 1
            set skip 0
            continue
        end
        switch $word
            case )sh" + joined(option_names(program, true), " ") +
                       R"sh(
                set skip 1
            case '-*'
            case '*'
                echo $word
                return 0
        end
    end
    return 1
end
function __atelier_is
    set -l command (__atelier_command)
    and contains -- $command $argv
end
complete -c atelier -f
)sh";
    text += fish_options(program, "");
    for (const CommandUsage& command : program.commands) {
        text += "complete -c atelier -n 'not __atelier_command >/dev/null' -a " + command.name + " -d " +
                fish_quoted(command.what) + "\n";
    }
    for (const CommandUsage& command : program.commands) {
        const std::string condition = " -n '__atelier_is " + joined(all_names(command), " ") + "'";
        CommandUsage own = command;
        std::erase_if(own.options, [&](const OptionUsage& option) {
            return std::any_of(program.options.begin(), program.options.end(),
                               [&](const OptionUsage& common) { return common.names == option.names; });
        });
        text += fish_options(own, condition);
        if (!command.arguments.empty()) {
            if (const std::string values = fish_values(command.arguments.front());
                values.find("-a ") != std::string::npos) {
                text += "complete -c atelier" + condition + values.substr(3) + "\n";
            }
        }
    }
    return text;
}

}  // namespace

std::string how_to_install_completions(const std::string& shell)
{
    if (shell == "bash") {
        return "mkdir -p ~/.local/share/bash-completion/completions\n"
               "./atelier completions bash > ~/.local/share/bash-completion/completions/atelier\n" +
               tr("(si le paquet bash-completion manque, ajoutez cette ligne à ~/.bashrc\u00A0: source ~/.local/share/bash-completion/completions/atelier)") +
               "\n";
    }
    if (shell == "zsh") {
        return "mkdir -p ~/.zfunc\n./atelier completions zsh > ~/.zfunc/_atelier\n" +
               tr("(et, dans ~/.zshrc, avant compinit\u00A0: fpath=(~/.zfunc $fpath)\u00A0; sans compinit, ajoutez\u00A0: autoload -U compinit && compinit)") +
               "\n";
    }
    return "mkdir -p ~/.config/fish/completions\n./atelier completions fish > ~/.config/fish/completions/atelier.fish\n";
}

std::string completion_script(const CommandUsage& program, const std::string& shell)
{
    return shell == "bash" ? bash_script(program) : shell == "zsh" ? zsh_script(program) : fish_script(program);
}

}  // namespace atelier

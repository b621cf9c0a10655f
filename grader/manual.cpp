// SPDX-License-Identifier: MIT
#include "manual.hpp"

#include <fmt/format.h>

#include "message.hpp"
#include "show.hpp"

namespace atelier {

namespace {

/// Text that troff shows as it is: what is typed keeps its hyphens and straight apostrophes.
std::string escaped(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i, 2) == "\u00A0") {
            result += "\\~";
            ++i;
        } else if (text[i] == '\\') {
            result += "\\e";
        } else if (text[i] == '-') {
            result += "\\-";
        } else if (text[i] == '\'') {
            result += "\\(aq";
        } else if (text[i] == '"') {
            result += "\\(dq";
        } else if (text[i] == '|') {
            result += "|\\:";  // a long list of words may be cut there
        } else {
            result += text[i];
        }
    }
    return result.rfind('.', 0) == 0 ? "\\&" + result : result;
}

std::string bold(std::string_view text) { return "\\fB" + escaped(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + escaped(text) + "\\fR"; }

/// « ID … » between brackets when it may be left out.
std::string argument_of(const OptionUsage& argument)
{
    const std::string name = italic(argument.names.front()) + (argument.repeated ? " …" : "");
    return argument.required ? name : "[" + name + "]";
}

std::string option_of(const OptionUsage& option)
{
    std::string text;
    for (const std::string& name : option.names) {
        text += (text.empty() ? "" : ", ") + bold(name);
    }
    return option.value.empty() ? text : text + " " + italic(option.value);
}

std::string entry(const std::string& tag, const std::string& text) { return ".TP\n" + tag + "\n" + text + "\n"; }

std::string options_of(const CommandUsage& command)
{
    std::string text;
    for (const OptionUsage& option : command.options) {
        text += entry(option_of(option), escaped(option.what));
    }
    return text;
}

bool is_help(const OptionUsage& option) { return option.names.back() == "--help"; }

std::string section_of(const CommandUsage& command)
{
    std::string text = ".SS " + escaped(command.name) + "\n.B atelier " + escaped(command.name) + "\n";
    for (const OptionUsage& option : command.options) {
        if (!is_help(option)) {
            const std::string shown =
                bold(option.names.back()) + (option.value.empty() ? "" : " " + italic(option.value));
            text += (option.required ? shown : "[" + shown + "]") + "\n";
        }
    }
    for (const OptionUsage& argument : command.arguments) {
        text += argument_of(argument) + "\n";
    }
    text += ".PP\n" + escaped(command.what) + ".\n";
    for (const std::string& alias : command.aliases) {
        text += tr("Autre nom\u00A0: {}.", bold(alias)) + "\n";
    }
    for (const OptionUsage& argument : command.arguments) {
        text += entry(italic(argument.names.front()), escaped(argument.what));
    }
    for (const OptionUsage& option : command.options) {
        text += is_help(option) ? std::string() : entry(option_of(option), escaped(option.what));
    }
    return text;
}

std::string status(const char* code, const std::string& what) { return entry(bold(code), escaped(what)); }

}  // namespace

std::string manual_page(const CommandUsage& program)
{
    std::string text = "'\\\" t\n.\\\" " + tr("Faite par «\u00A0atelier man\u00A0»") +
                       "\n.TH ATELIER 1 \"\" \"atelier " ATELIER_VERSION "\" \"" + escaped(tr("Manuel de l'atelier")) +
                       "\"\n.ad l\n";  // words of options are too long to be spread over whole lines
    const auto section = [&](const std::string& title) { text += ".SH " + escaped(title) + "\n"; };
    section(tr("NOM"));
    text += "atelier \\- " + escaped(tr("apprendre les bases de données en C++, exercice par exercice")) + "\n";
    section(tr("SYNOPSIS"));
    text += bold("./atelier") + " [" + italic(tr("OPTIONS")) + "] [" + italic(tr("COMMANDE")) + " …]\n";
    section(tr("DESCRIPTION"));
    text +=
        escaped(tr(
            "Vous lisez une courte leçon, vous écrivez une fonction, et l'atelier la compile, l'exécute à l'abri sur des bases préparées pour l'occasion, puis vous montre ce qu'il attendait à côté de ce qu'il a obtenu.")) +
        "\n.PP\n" +
        escaped(tr(
            "Sans commande, il dit où vous en êtes et par quoi continuer. ID est le début du nom d'un exercice, comme 01a.")) +
        "\n";
    section(tr("COMMANDES"));
    for (const CommandUsage& command : program.commands) {
        text += section_of(command);
    }
    section(tr("OPTIONS"));
    text += escaped(tr("Toutes les commandes les acceptent.")) + "\n" + options_of(program);
    section(tr("CODES DE SORTIE"));
    text += status("0", tr("Tous les points sont acquis.")) + status("1", tr("Il manque des points.")) +
            status("2", tr("L'atelier n'a pas pu travailler, et une phrase dit pourquoi."));
    section(tr("VARIABLES D'ENVIRONNEMENT"));
    text += status("ATELIER_TRAVAIL", tr("Le dossier de vos réponses, au lieu de travail/.")) +
            status("ATELIER_BUILD", tr("Le dossier où l'atelier se construit, au lieu de build/.")) +
            status("ATELIER_CACHE", tr("Le dossier de ce qui est préparé une fois pour toutes.")) +
            status("ATELIER_COMPILER", tr("Le compilateur des réponses.")) +
            status("NO_COLOR", tr("Si elle n'est pas vide, rien n'est coloré.")) +
            status("PAGER", tr("Le programme qui montre les longs textes, au lieu de less."));
    section(tr("FICHIERS"));
    text += status("travail/", tr("Vos réponses, que vous seul modifiez.")) +
            status("exercises/, lessons/", tr("Les énoncés et les leçons."));
    return text;
}

}  // namespace atelier

// SPDX-License-Identifier: MIT
#include "doctor.hpp"

#include <sqlite3.h>

#include <nlohmann/json.hpp>

#include "error.hpp"
#include "message.hpp"
#include "toolchain.hpp"

namespace atelier {

namespace {

/// The first words of a file of the kernel's, empty when it is not there.
std::string kernel_setting(const char* path)
{
    std::FILE* file = std::fopen(path, "r");
    char line[64] = "";
    if (file != nullptr) {
        (void)!std::fgets(line, sizeof line, file);
        std::fclose(file);
    }
    return line;
}

/// The switch that most probably forbids user namespaces here.
std::string advice_on_namespaces()
{
    if (kernel_setting("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")[0] == '1') {
        return tr(
            "Ubuntu réserve les espaces de noms à quelques programmes. Un administrateur peut les permettre à tous : sysctl -w kernel.apparmor_restrict_unprivileged_userns=0");
    }
    if (kernel_setting("/proc/sys/kernel/unprivileged_userns_clone")[0] == '0') {
        return tr(
            "Ce noyau réserve les espaces de noms à root. Un administrateur peut les permettre à tous : sysctl -w kernel.unprivileged_userns_clone=1");
    }
    if (kernel_setting("/proc/sys/user/max_user_namespaces") == "0\n") {
        return tr(
            "Le nombre d'espaces de noms est limité à zéro. Un administrateur peut en permettre : sysctl -w user.max_user_namespaces=10000");
    }
    return tr(
        "Dans un conteneur, c'est souvent lui qui refuse les espaces de noms : lancez-le avec --security-opt seccomp=unconfined --security-opt systempaths=unconfined, ou travaillez hors du conteneur.");
}

/// Why the best tier does not work, how to get it, and what is left without it.
void examine_tiers(Diagnosis& diagnosis)
{
    const std::string trouble = why_not(Tier::namespaces);
    if (trouble.empty()) {
        return;
    }
    const std::string advice = bubblewrap() ? advice_on_namespaces() : std::string();
    const std::string no_landlock = why_not(Tier::landlock);
    if (no_landlock.empty()) {
        diagnosis.problems.push_back(tr(
            "Le bac à sable « namespaces » ne fonctionne pas ici : {}\n{}\nLe bac à sable « landlock » le remplace : les programmes n'y peuvent ni lire ni modifier d'autres fichiers que les leurs, ni atteindre le réseau ou d'autres processus. Il leur laisse voir quels fichiers existent ailleurs.",
            trouble, advice));
    } else {
        diagnosis.problems.push_back(tr(
            "Aucun bac à sable ne fonctionne ici.\n« namespaces » : {}\n{}\n« landlock » : {}\nIl faut un noyau Linux 5.13 ou plus récent, qui n'interdise pas Landlock. Seules les limites de temps et de mémoire protègent cette machine : c'est assez pour vos propres réponses, pas pour celles d'inconnus.",
            trouble, advice, no_landlock));
    }
}

void examine_tools(Diagnosis& diagnosis, const Tools& tools)
{
    diagnosis.linker = tools.mold.empty() ? tr("celui du compilateur") : tools.mold.string();
    if (!tools.clang) {
        diagnosis.problems.push_back(tr(
            "clang n'est pas installé : g++ le remplace, et chaque vérification prend deux fois plus de temps. Installez clang et libclang-rt-14-dev."));
    }
    if (tools.mold.empty()) {
        diagnosis.problems.push_back(
            tr("mold n'est pas installé : l'édition de liens est plus lente. Installez mold."));
    }
    if (tools.addr2line.empty()) {
        diagnosis.problems.push_back(
            tr("addr2line n'est pas installé : un plantage est expliqué sans sa ligne. Installez binutils."));
    }
}

}  // namespace

std::string Diagnosis::json() const
{
    return nlohmann::ordered_json{{"tier", tier},     {"compiler", compiler},     {"linker", linker},
                                  {"sqlite", sqlite}, {"sanitizers", sanitizers}, {"problems", problems}}
               .dump(2, ' ', false, nlohmann::json::error_handler_t::replace) +
           '\n';
}

std::string Diagnosis::text() const
{
    std::string text = tr(
        "Bac à sable      : {}\nCompilateur      : {}\nÉditeur de liens : {}\nSQLite           : {}\nAssainisseurs    : {}\n",
        tier, compiler, linker, sqlite, sanitizers);
    for (const std::string& problem : problems) {
        text += "\n! " + problem + '\n';
    }
    return problems.empty() ? text + "\n" + tr("Tout est en ordre.") + "\n" : text;
}

Diagnosis examine()
{
    Diagnosis diagnosis{.tier = std::string(name_of(Tier::none)),
                        .compiler = {},
                        .linker = {},
                        .sqlite = sqlite3_libversion(),
                        .sanitizers = tr("aucun"),
                        .problems = {}};
    try {
        examine_tools(diagnosis, find_tools());
    } catch (const Error& error) {
        diagnosis.compiler = tr("aucun");
        diagnosis.problems.emplace_back(error.what());
        examine_tiers(diagnosis);
        return diagnosis;
    }
    examine_tiers(diagnosis);
    try {
        const Toolchain chain = prepare_toolchain();
        diagnosis.tier = name_of(chain.tier);
        diagnosis.compiler = chain.tools.compiler.string() + " (" + chain.version + ")";
        diagnosis.sanitizers = "address, undefined, leak";
    } catch (const Error& error) {
        diagnosis.problems.emplace_back(error.what());
    }
    return diagnosis;
}

}  // namespace atelier

// SPDX-License-Identifier: MIT
#include "program.hpp"

#include <cxxabi.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <cstdlib>
#include <memory>
#include <mutex>

#include "diagnostics.hpp"
#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "message.hpp"
#include "show.hpp"
#include "symbols.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

const std::string work_inside = "/construction";

void copy_given(const Exercise& exercise, const fs::path& folder)
{
    for (const fs::path& header : exercise.given) {
        write_file(folder / header.filename(), read_file(header));
    }
}

/// Runs a compiler or a linker. Throws Error when it is not there any more, which is nobody's mistake.
Outcome run_tool(const Box& box, const std::vector<std::string>& arguments)
{
    constexpr int cannot_be_executed = 127;
    Outcome outcome = run_in(box, arguments, compile_limits());
    if (outcome.end == Outcome::End::exited && outcome.code == cannot_be_executed) {
        throw Error(tr("Le compilateur {} ne peut pas être lancé. « ./atelier doctor » dit ce que cette machine offre.",
                       arguments.front()));
    }
    return outcome;
}

/// One run of the compiler on `source`, whose object is `object`; both are names in the box's folder.
Outcome compile(const Toolchain& chain, const Box& box, const std::string& source, const std::string& object)
{
    std::vector<std::string> arguments = chain.compile_arguments(box);
    arguments.insert(arguments.end(), {"-c", source, "-o", object});
    return run_tool(box, arguments);
}

/// Why a compiler or linker gave up, when it is not for what the answer says.
std::string beyond_limits(const Outcome& outcome, const std::string& answer)
{
    if (outcome.end == Outcome::End::too_much_output) {
        return tr("{} ne compile pas dans les limites : le compilateur n'en finit plus d'écrire des erreurs.", answer);
    }
    // A compiler that falls over its own memory or stack says so at length, and in addresses.
    if (outcome.end != Outcome::End::exited || outcome.code > 128 ||
        outcome.err.find("PLEASE submit a bug report") != std::string::npos ||
        outcome.err.find("internal compiler error") != std::string::npos ||
        outcome.err.find("out of memory") != std::string::npos ||
        outcome.err.find("virtual memory exhausted") != std::string::npos ||
        outcome.err.find("std::bad_alloc") != std::string::npos) {
        return tr(
            "{} ne compile pas dans les limites de temps, de mémoire et de taille de l'atelier. Cherchez ce qui demande tant de travail au compilateur : un tableau immense, un "
            "#include qui s'inclut lui-même, un calcul sans fin à la compilation.",
            answer);
    }
    return {};
}

/// The object of programme.cpp, made once for each exercise. It holds code of ours only.
fs::path programme_object(const Toolchain& chain, const Exercise& exercise)
{
    static std::mutex one_at_a_time;
    std::uint64_t all = digest(read_file(exercise.folder / "programme.cpp"));
    for (const fs::path& header : exercise.given) {
        all = digest(read_file(header), digest(header.filename().string(), all));
    }
    fs::path object = chain.folder / "objects" / fmt::format("{}-{:016x}.o", exercise.short_id(), all);
    const std::lock_guard guard(one_at_a_time);
    if (fs::exists(object)) {
        return object;
    }
    const TemporaryFolder folder;
    copy_given(exercise, folder.path());
    write_file(folder.path() / "programme.cpp", read_file(exercise.folder / "programme.cpp"));
    give_to_sandbox(folder.path());
    const Outcome outcome = compile(chain, chain.box(folder.path(), work_inside, true), "programme.cpp", "programme.o");
    if (!outcome.succeeded()) {
        throw Error(tr("Le fichier programme.cpp de l'exercice {} ne compile pas :\n{}", exercise.id, outcome.err));
    }
    write_file(object, read_file(folder.path() / "programme.o", std::size_t{64} << 20U));
    return object;
}

/// « operator new(unsigned long) » for « _Znwm »; other names as they are, and long ones too: each of a forged name's
/// letters can double what it stands for.
std::string demangled(const std::string& symbol)
{
    constexpr std::size_t longest = 64;
    if (symbol.size() > longest) {
        return symbol.substr(0, longest) + "…";
    }
    int status = 0;
    const std::unique_ptr<char, void (*)(void*)> name(abi::__cxa_demangle(symbol.c_str(), nullptr, nullptr, &status),
                                                      std::free);
    return symbol.rfind("_Z", 0) == 0 && name ? name.get() : symbol;
}

/// The sentence for an answer that defines a name of the program's or of a library's; empty when it does not.
std::string theft(const fs::path& object, const Exercise& exercise)
{
    std::vector<std::string> symbols = defined_symbols(read_file(object, std::size_t{64} << 20U));
    if (exercise.is_header()) {
        std::erase(symbols, "main");  // that of programme.cpp
    }
    const std::string name = forbidden_symbol(symbols);
    const std::string& answer = exercise.answer;
    if (name.empty()) {
        return {};
    }
    if (name == "main") {
        return tr(
            "{} définit main. Le main de l'exercice est dans programme.cpp : écrivez seulement la fonction demandée.",
            answer);
    }
    return tr("{} définit « {} », un nom qui appartient au système, à SQLite ou à l'atelier. Renommez votre fonction.",
              answer, visible(demangled(name)));
}

/// The column of `line` in characters: clang counts bytes, g++ what a screen shows. 0 when that is nowhere.
int column_in_characters(const Toolchain& chain, std::string_view source, int line, int column)
{
    const std::vector<std::string_view> lines = lines_of(source);
    if (column < 1 || line < 1 || static_cast<std::size_t>(line) > lines.size()) {
        return 0;
    }
    const std::string_view text = lines[static_cast<std::size_t>(line) - 1];
    const auto before = static_cast<std::size_t>(column) - 1;
    if (chain.version.find("clang") == std::string::npos) {
        return text.substr(0, before).find('\t') == std::string_view::npos ? column : 0;
    }
    if (before > text.size()) {
        return 0;
    }
    const Characters characters(text.substr(0, before));
    return 1 + static_cast<int>(std::distance(characters.begin(), characters.end()));
}

/// The Build of an answer, `source`, that `outcome` refused.
Build unbuilt(const Toolchain& chain, const std::string& source, const Diagnosis& why, const Outcome& outcome)
{
    Build build{.executable = {},
                .problem = why.text,
                .stopped_by_clock = outcome.end == Outcome::End::out_of_wall_time,
                .explanation = why.explanation,
                .line = why.line,
                .findings = {}};
    if (why.line > 0) {
        build.findings.push_back({.line = why.line,
                                  .column = column_in_characters(chain, source, why.line, why.column),
                                  .rule = why.explanation.empty() ? "compilation" : why.explanation,
                                  .message = why.sentence.substr(0, why.sentence.find_last_not_of('\n') + 1)});
    }
    return build;
}

}  // namespace

Build build_program(const Toolchain& chain, const Exercise& exercise, const std::string& source, const fs::path& folder)
{
    copy_given(exercise, folder);
    write_file(folder / exercise.answer, source);
    std::vector<std::string> objects{"reponse.o"};
    std::string compiled = exercise.answer;
    if (exercise.is_header()) {
        compiled = "programme.cpp";
        write_file(folder / compiled, read_file(exercise.folder / compiled));
    }
    give_to_sandbox(folder);
    Box box = chain.box(folder, work_inside, true);

    const Outcome compilation = compile(chain, box, compiled, objects.front());
    if (!compilation.succeeded()) {
        const std::string limits = beyond_limits(compilation, exercise.answer);
        return unbuilt(chain, source,
                       limits.empty() ? diagnose_compiler(compilation.err, exercise.answer)
                                      : Diagnosis{.text = limits, .explanation = {}},
                       compilation);
    }
    if (const std::string stolen = theft(folder / objects.front(), exercise); !stolen.empty()) {
        return {.executable = {}, .problem = stolen, .stopped_by_clock = false, .explanation = {}};
    }
    if (!exercise.is_header()) {
        objects.push_back(box.at(programme_object(chain, exercise)).string());
    }
    objects.push_back(box.at(chain.folder / "sonde.o").string());

    std::vector<std::string> arguments = chain.link_arguments(box);
    for (const std::vector<std::string>& more : {objects, chain.libraries(), {"-o", "programme"}}) {
        arguments.insert(arguments.end(), more.begin(), more.end());
    }
    const Outcome link = run_tool(box, arguments);
    if (!link.succeeded()) {
        const std::string limits = beyond_limits(link, exercise.answer);
        return unbuilt(chain, source,
                       limits.empty()
                           ? diagnose_linker(link.err, exercise.answer,
                                             defined_symbols(read_file(folder / "reponse.o", std::size_t{64} << 20U)))
                           : Diagnosis{.text = limits, .explanation = {}},
                       link);
    }
    return {.executable = folder / "programme", .problem = {}, .explanation = {}};
}

}  // namespace atelier

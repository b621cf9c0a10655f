// SPDX-License-Identifier: MIT
#include "extracts.hpp"

#include <fmt/format.h>

#include "error.hpp"
#include "files.hpp"
#include "markdown.hpp"
#include "message.hpp"
#include "show.hpp"

namespace atelier {

namespace {

std::string without_last_end(std::string text)
{
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    return text;
}

ExtractKind kind_of(const CodeBlock& block)
{
    if (block.info == "cpp") {
        return ExtractKind::fragment;
    }
    if (block.info == "cpp programme") {
        return ExtractKind::program;
    }
    if (block.info == "cpp déclarations") {
        return ExtractKind::declarations;
    }
    if (block.info == "cpp refusé") {
        return ExtractKind::refused;
    }
    throw Error(tr(
        "ligne {} : un extrait s'annonce « cpp », « cpp programme », « cpp déclarations » ou « cpp refusé », et non « {} »",
        block.line - 1, block.info));
}

/// The lesson's extracts at work in one folder.
class Bench {
public:
    Bench(const Toolchain& chain, const std::vector<fs::path>& headers) : chain_(chain)
    {
        share_with_sandbox(folder_.path());
        for (const fs::path& made : {build(), work()}) {
            make_folder(made);
            give_to_sandbox(made);
        }
        for (const fs::path& header : headers) {
            write_file(build() / header.filename(), read_file(header));
        }
    }

    /// What is wrong with `extract`; empty when it does what the lesson shows.
    std::string attempt(const Extract& extract)
    {
        const Outcome compilation = compile(extract);
        if (extract.kind == ExtractKind::refused) {
            return compilation.succeeded() ? tr("le compilateur devait refuser cet extrait, or il l'accepte")
                                           : std::string();
        }
        if (!compilation.succeeded()) {
            return tr("cet extrait ne compile pas :\n{}", shortened(visible_lines(compilation.err), 12, 1500));
        }
        if (extract.kind == ExtractKind::declarations) {
            declarations_ += extract.source;
            return {};
        }
        const Outcome link = run_in(build_box(), linking(), compile_limits());
        return link.succeeded()
                   ? compare(extract, execute())
                   : tr("cet extrait ne s'assemble pas :\n{}", shortened(visible_lines(link.err), 12, 1500));
    }

private:
    [[nodiscard]] fs::path build() const { return folder_.path() / "construction"; }
    [[nodiscard]] fs::path work() const { return folder_.path() / "travail"; }
    [[nodiscard]] Box build_box() const { return chain_.box(build(), "/construction", true); }

    Outcome compile(const Extract& extract) const
    {
        const bool is_body = extract.kind == ExtractKind::fragment || extract.kind == ExtractKind::refused;
        const std::string source =
            declarations_ + (is_body ? "int main()\n{\n" + extract.source + "}\n" : extract.source);
        write_file(build() / "extrait.cpp", source);
        std::vector<std::string> arguments = chain_.compile_arguments(build_box());
        arguments.insert(arguments.end(), {"-Wno-unused-variable", "-c", "extrait.cpp", "-o", "extrait.o"});
        return run_in(build_box(), arguments, compile_limits());
    }

    [[nodiscard]] std::vector<std::string> linking() const
    {
        const Box box = build_box();
        std::vector<std::string> arguments = chain_.link_arguments(box);
        for (const std::vector<std::string>& more :
             {{"extrait.o", box.at(chain_.folder / "sonde.o").string()}, chain_.libraries(), {"-o", "extrait"}}) {
            arguments.insert(arguments.end(), more.begin(), more.end());
        }
        return arguments;
    }

    [[nodiscard]] Outcome execute() const
    {
        Box box = chain_.box(work(), "/travail", false);
        box.mounts = {{build() / "extrait", "/programme/extrait"}};
        box.proc = true;
        Limits limits;
        limits.reserved_bytes = chain_.sanitizer_bytes;
        return run_in(box, {box.at(build() / "extrait").string()}, limits);
    }

    static std::string compare(const Extract& extract, const Outcome& outcome)
    {
        if (!outcome.succeeded()) {
            return tr("cet extrait s'arrête mal (code {}) :\n{}", outcome.code,
                      shortened(visible_lines(outcome.out + outcome.err), 12, 1500));
        }
        const std::string obtained = without_last_end(outcome.out);
        return obtained == extract.expected
                   ? std::string()
                   : tr("cet extrait n'affiche pas ce que montre la leçon.\nLa leçon montre :\n{}\nIl affiche :\n{}",
                        extract.expected, visible_lines(obtained));
    }

    const Toolchain& chain_;
    TemporaryFolder folder_;
    std::string declarations_;
};

}  // namespace

std::vector<Extract> extracts_of(std::string_view markdown)
{
    std::vector<Extract> extracts;
    bool may_show = false;
    for (const CodeBlock& block : code_blocks(markdown)) {
        if (block.info.rfind("cpp", 0) == 0) {
            extracts.push_back({.kind = kind_of(block), .line = block.line, .source = block.text, .expected = {}});
            may_show = extracts.back().kind == ExtractKind::fragment || extracts.back().kind == ExtractKind::program;
        } else if (block.info == "sortie") {
            if (!may_show) {
                throw Error(tr("ligne {} : ce bloc « sortie » ne suit aucun extrait qui s'exécute", block.line - 1));
            }
            extracts.back().expected = without_last_end(block.text);
            may_show = false;
        } else {
            may_show = false;
        }
    }
    return extracts;
}

std::vector<std::string> try_extracts(const Toolchain& toolchain, const std::vector<Extract>& extracts,
                                      const std::vector<fs::path>& headers)
{
    std::vector<std::string> problems;
    Bench bench(toolchain, headers);
    for (const Extract& extract : extracts) {
        if (const std::string problem = bench.attempt(extract); !problem.empty()) {
            problems.push_back(tr("ligne {} : {}", extract.line, problem));
        }
    }
    return problems;
}

}  // namespace atelier

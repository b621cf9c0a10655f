// SPDX-License-Identifier: MIT
#include "toolchain.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <sstream>

#include "digest.hpp"
#include "error.hpp"
#include "files.hpp"
#include "install.hpp"
#include "message.hpp"
#include "show.hpp"

namespace atelier {

namespace {

const fs::path inside = "/atelier";
const std::vector<std::string> probe_files{"prelude.hpp", "sonde.hpp", "sonde.cpp", "empty.cpp"};

fs::path first_executable(std::initializer_list<const char*> candidates)
{
    for (const char* candidate : candidates) {
        if (::access(candidate, X_OK) == 0) {
            return candidate;
        }
    }
    return {};
}

fs::path probe_source(const std::string& name) { return project_folder() / "grader" / "probe" / name; }

/// Names the folder of what is prepared: it changes with all that goes into it.
std::string key(const Tools& tools, Tier tier, const std::vector<std::string>& flags)
{
    std::string all = std::string(name_of(tier)) + stamp_of(fs::canonical(tools.compiler)) + tools.mold.string();
    for (const char* used : {"/usr/include/SQLiteCpp/SQLiteCpp.h", "/usr/include/sqlite3.h", "/usr/include/c++"}) {
        all += stamp_of(used);
    }
    all += stamp_of(program_folder() / "atelier-enter");
    for (const std::string& flag : flags) {
        all += flag + '\n';
    }
    for (const std::string& name : probe_files) {
        all += read_file(probe_source(name));
    }
    return fmt::format("{}-{:016x}", name_of(tier), digest(all));
}

/// Held while the folder is being prepared, so that a second process waits instead of preparing it too.
class Lock {
public:
    explicit Lock(const fs::path& path) : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644))
    {
        if (!file_ || ::flock(file_.get(), LOCK_EX) != 0) {
            throw system_error(tr("Impossible d'ouvrir {}", path.string()));
        }
    }

private:
    Descriptor file_;
};

Limits preparing_limits()
{
    Limits limits = compile_limits();
    limits.wall_time = std::chrono::minutes(2);
    limits.cpu_time = std::chrono::seconds(110);
    limits.memory_bytes = std::size_t{4} << 30U;
    limits.file_bytes = std::size_t{512} << 20U;
    return limits;
}

/// Runs one step of the preparation. What it makes must succeed: it is code of ours.
Outcome step(const Box& box, const std::vector<std::string>& arguments)
{
    const Outcome outcome = run_in(box, arguments, preparing_limits());
    if (!outcome.succeeded()) {
        throw Error(
            tr("La préparation de cette machine a échoué à l'étape « {} » :\n{}", arguments.back(), outcome.err));
    }
    return outcome;
}

template <class... T>
std::vector<std::string> joined(std::vector<std::string> list, const T&... more)
{
    (list.insert(list.end(), more.begin(), more.end()), ...);
    return list;
}

std::vector<std::string> plain_flags(const Tools& tools)
{
    const std::vector<std::string> flags{"-O0", "-fno-omit-frame-pointer", "-fsanitize=address,undefined",
                                         "-fno-sanitize-recover=all", "-fdiagnostics-color=never"};
    const std::vector<std::string> own = tools.clang
                                             ? std::vector<std::string>{"-gline-tables-only", "-ferror-limit=10"}
                                             : std::vector<std::string>{"-g1", "-fmax-errors=10", "-pipe"};
    return joined(answer_flags(), flags, own);
}

void compile_prelude(const Toolchain& chain, const Box& box)
{
    const auto at = [&](const char* name) { return box.at(chain.folder / name).string(); };
    std::vector<std::string> arguments =
        joined(std::vector<std::string>{chain.tools.compiler.string()}, plain_flags(chain.tools));
    if (chain.tools.clang) {
        arguments.emplace_back("-fpch-instantiate-templates");
    }
    step(box, joined(arguments,
                     std::vector<std::string>{"-MD", "-MF", at("prelude.d"), "-x", "c++-header", at("prelude.hpp"),
                                              "-o", at(chain.tools.clang ? "prelude.pch" : "prelude.hpp.gch")}));
}

/// What changes when a header that was compiled ahead does, because the compiler would then refuse every answer, or when
/// a library does.
std::string stamps(const Toolchain& chain)
{
    std::uint64_t all = 0;
    for (const fs::path& library : chain.program_libraries) {
        all = digest(stamp_of(library), all);
    }
    std::istringstream names(read_file(chain.folder / "prelude.d"));
    for (std::string name; names >> name;) {
        const bool ours = name.rfind(inside.string() + "/", 0) == 0;
        all = digest(stamp_of(ours ? chain.folder / fs::path(name).filename() : fs::path(name)), all);
    }
    return fmt::format("{:016x}", all);
}

/// Compiles, links and runs the empty program, first where it sees all libraries, then in the very box that answers will
/// have. It tells which libraries it was linked with, and its VmData.
void measure_program(Toolchain& chain, const Box& box)
{
    const auto at = [&](const char* name) { return box.at(chain.folder / name).string(); };
    step(box,
         joined(chain.compile_arguments(box), std::vector<std::string>{"-c", at("empty.cpp"), "-o", at("empty.o")}));
    step(box, joined(chain.link_arguments(box), std::vector<std::string>{at("empty.o")}, chain.libraries(),
                     std::vector<std::string>{"-o", at("empty")}));
    const TemporaryFolder folder;
    give_to_sandbox(folder.path());
    Box run_box = chain.box(folder.path(), "/travail", false);
    run_box.proc = true;
    Limits limits = preparing_limits();
    limits.memory_bytes = ~std::size_t{0};
    for (int round = 0; round < 2; ++round) {
        const Outcome outcome = run_in(run_box, {run_box.at(chain.folder / "empty").string()}, limits);
        if (!outcome.succeeded()) {
            throw Error(tr("Un programme vide ne s'exécute pas dans le bac à sable : {}", outcome.err));
        }
        chain.program_libraries.clear();
        for (const std::string_view line : lines_of(outcome.out)) {
            if (line.rfind('/', 0) == 0) {
                // /lib and /lib64 are links to folders of /usr.
                chain.program_libraries.emplace_back(line.rfind("/lib", 0) == 0 ? "/usr" + std::string(line)
                                                                                : std::string(line));
            } else {
                chain.sanitizer_bytes = std::strtoull(std::string(line).c_str(), nullptr, 10) * 1024;
            }
        }
        run_box.libraries = chain.program_libraries;
    }
}

std::string version_of(const fs::path& compiler)
{
    const Outcome outcome = run({.arguments = {compiler.string(), "--version"},
                                 .folder = "/",
                                 .environment = {"LC_ALL=C", "PATH=/usr/bin"},
                                 .input = {},
                                 .limits = preparing_limits(),
                                 .identity = {}});
    return outcome.out.substr(0, outcome.out.find('\n'));
}

void prepare(Toolchain& chain)
{
    remove_tree(chain.folder);
    make_folder(chain.folder);
    for (const std::string& name : probe_files) {
        write_file(chain.folder / name, read_file(probe_source(name)));
    }
    std::error_code code;
    fs::copy_file(program_folder() / "atelier-enter", chain.folder / "enter", code);
    if (code) {
        throw Error(tr("Impossible de copier atelier-enter dans {} : {}", chain.folder.string(), code.message()));
    }
    make_folder(chain.folder / "objects");
    for (const fs::path& made : {chain.folder, chain.folder / "objects"}) {
        give_to_sandbox(made);
    }
    Box box = chain.box(chain.folder, inside.string(), true);
    chain.version = version_of(chain.tools.compiler);
    compile_prelude(chain, box);
    const std::string probe = box.at(chain.folder / "sonde.cpp").string();
    step(box, joined(chain.compile_arguments(box),
                     std::vector<std::string>{"-c", probe, "-o", box.at(chain.folder / "sonde.o").string()}));
    measure_program(chain, box);
    take_from_sandbox(chain.folder);
}

/// Reads what an earlier preparation told; false when there was none, or when it no longer holds.
bool recall(Toolchain& chain)
{
    try {
        const nlohmann::json told = nlohmann::json::parse(read_file(chain.folder / "machine.json"));
        chain.version = told.at("version").get<std::string>();
        chain.sanitizer_bytes = told.at("sanitizer_bytes").get<std::size_t>();
        chain.program_libraries = told.at("libraries").get<std::vector<fs::path>>();
        return told.at("stamps") == stamps(chain);
    } catch (const nlohmann::json::exception&) {
        return false;
    } catch (const Error&) {
        return false;
    }
}

/// Prepares for `tier`, or finds it prepared.
Toolchain prepared(const Tools& tools, Tier tier)
{
    Toolchain chain{
        .tools = tools, .tier = tier, .folder = {}, .version = {}, .sanitizer_bytes = 0, .program_libraries = {}};
    const fs::path cache = cache_folder();
    chain.folder = cache / key(tools, tier, plain_flags(tools));
    if (!recall(chain)) {
        make_folder(cache);
        const Lock lock(cache / "lock");
        if (!recall(chain)) {
            require_room(cache);
            prepare(chain);
            write_file_durably(chain.folder / "machine.json", nlohmann::json{{"version", chain.version},
                                                                             {"sanitizer_bytes", chain.sanitizer_bytes},
                                                                             {"libraries", chain.program_libraries},
                                                                             {"stamps", stamps(chain)}}
                                                                  .dump());
        }
    }
    return chain;
}

}  // namespace

std::string why_not(Tier tier)
{
    if (tier == Tier::namespaces && !bubblewrap()) {
        return tr("bubblewrap n'est pas installé. Installez le paquet bubblewrap.");
    }
    const TemporaryFolder folder;
    give_to_sandbox(folder.path());
    const fs::path enter = folder.path() / "enter";
    std::error_code code;
    fs::copy_file(program_folder() / "atelier-enter", enter, code);
    if (code) {
        return code.message();
    }
    const Box box{
        .tier = tier, .folder = {folder.path(), "/travail"}, .mounts = {}, .tools = true, .proc = true, .enter = enter};
    try {
        const Outcome outcome = run_in(box, {"/usr/bin/true"}, Limits{});
        return outcome.succeeded() ? std::string() : outcome.err;
    } catch (const Error& error) {
        return error.what();
    }
}

Tools find_tools()
{
    Tools tools;
    if (const char* named = std::getenv("ATELIER_COMPILER"); named != nullptr && *named != '\0') {
        tools.compiler = named;
        if (::access(named, X_OK) != 0) {
            throw Error(tr("ATELIER_COMPILER désigne {}, qui n'est pas un programme exécutable.", named));
        }
    } else {
        tools.compiler =
            first_executable({"/usr/bin/clang++", "/usr/bin/clang++-14", "/usr/bin/g++", "/usr/bin/g++-12"});
    }
    if (tools.compiler.empty()) {
        throw Error(tr(
            "Aucun compilateur C++ n'a été trouvé dans /usr/bin. Installez clang (et libclang-rt-14-dev) ou g++ ; « ./atelier » le fait pour vous sous Debian."));
    }
    tools.clang = tools.compiler.filename().string().find("clang") != std::string::npos;
    tools.mold = first_executable({"/usr/bin/mold"});
    tools.addr2line = first_executable({"/usr/bin/addr2line"});
    return tools;
}

std::vector<std::string> answer_flags() { return {"-std=c++20", "-D_GLIBCXX_ASSERTIONS", "-Wall", "-Wextra"}; }

Limits compile_limits()
{
    Limits limits;
    limits.wall_time = std::chrono::seconds(20);
    limits.cpu_time = std::chrono::seconds(10);
    limits.memory_bytes = std::size_t{1} << 30U;
    limits.output_bytes = std::size_t{128} << 10U;
    return limits;
}

Box Toolchain::box(const fs::path& work, const std::string& work_inside, bool with_tools) const
{
    Box box{.tier = tier,
            .folder = {work, work_inside, true},
            .mounts = {},
            .tools = with_tools,
            .libraries = with_tools ? std::vector<fs::path>{} : program_libraries,
            .proc = false,
            .enter = folder / "enter"};
    if (work != folder) {
        box.mounts.push_back({folder, inside});
    }
    return box;
}

std::vector<std::string> Toolchain::compile_arguments(const Box& box) const
{
    const std::vector<std::string> prelude =
        tools.clang ? std::vector<std::string>{"-include-pch", box.at(folder / "prelude.pch").string()}
                    : std::vector<std::string>{"-include", box.at(folder / "prelude.hpp").string()};
    return joined(std::vector<std::string>{tools.compiler.string()}, plain_flags(tools), prelude,
                  std::vector<std::string>{"-I" + box.at(folder).string()});
}

std::vector<std::string> Toolchain::link_arguments(const Box&) const
{
    std::vector<std::string> arguments{
        tools.compiler.string(), "-fsanitize=address,undefined",
        "-Wl,--wrap=sqlite3_prepare_v2,--wrap=sqlite3_prepare_v3,--wrap=sqlite3_bind_text,"
        "--wrap=sqlite3_step,--wrap=sqlite3_exec"};
    if (!tools.mold.empty()) {
        arguments.emplace_back("-fuse-ld=mold");
    }
    if (tools.clang) {
        // The runtime as a shared library halves the link.
        const fs::path runtime = fs::canonical(tools.compiler).parent_path().parent_path() / "lib" / "clang";
        for (const std::string& release : fs::exists(runtime) ? names_in(runtime) : std::vector<std::string>{}) {
            const fs::path libraries = runtime / release / "lib" / "linux";
            if (fs::exists(libraries) && !fs::is_symlink(runtime / release)) {
                arguments.emplace_back("-shared-libsan");
                arguments.emplace_back("-Wl,-rpath," + libraries.string());
            }
        }
    }
    return arguments;
}

std::vector<std::string> Toolchain::libraries() const { return {"-lSQLiteCpp", "-lsqlite3", "-lpthread", "-ldl"}; }

Toolchain prepare_toolchain(const Tier* wanted)
{
    const Tools tools = find_tools();
    if (wanted != nullptr) {
        return prepared(tools, *wanted);
    }
    for (const Tier tier : all_tiers) {
        // What was prepared once in a box needs no second proof: a box that fails later says so.
        const fs::path known = cache_folder() / key(tools, tier, plain_flags(tools)) / "machine.json";
        if (fs::exists(known) || why_not(tier).empty()) {
            return prepared(tools, tier);
        }
    }
    throw Error("no tier works, not even none");
}

}  // namespace atelier

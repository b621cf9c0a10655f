// SPDX-License-Identifier: MIT
//
// Theory of operation
//
// Every untrusted program goes through run_in(): the compiler, the linker, the symbolizer, the program itself.
// In tier `namespaces` the steps into the box are, in order:
//
//   1. Our child, still ordinary: its own session, descriptors 0 to 4 only, CPU, data, file-size limits; when we
//      are root, a drop to the user nobody. (process.cpp)
//   2. bubblewrap, unprivileged: a user namespace in which no other can be made (--disable-userns), then mount,
//      pid, network, ipc, uts and cgroup namespaces. The root is an empty tmpfs: /usr/lib read-only (and /usr/bin,
//      /usr/include for the compiler), a /dev that holds null only, a capped /tmp, what the caller mounts.
//      The environment is cleared. No new privileges. If we die, it dies, and all inside with it.
//   3. atelier-enter, inside: the limit on processes, which counts per user namespace only when set from within,
//      and which would not bind root at all; then exec of the program.
//
// The pid namespace is what makes the end certain: its first process is killed and waited for, and the kernel
// reports its end only after that of every process inside, daemonised or not.
//
// Memory is limited by RLIMIT_DATA: AddressSanitizer reserves terabytes of address space, so RLIMIT_AS cannot be
// used; what an empty sanitized program already counts as data is measured once and added (toolchain.cpp).
//
// In tier `none` steps 2 and 3 are left out. Nothing then separates the program from its user's files.
#include "sandbox.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string>

#include "error.hpp"
#include "files.hpp"
#include "message.hpp"

namespace atelier {

namespace {

constexpr uid_t nobody = 65534;
constexpr std::size_t temporary_bytes = std::size_t{64} << 20;
const fs::path enter_inside = "/entrer";

void add(std::vector<std::string>& list, std::initializer_list<std::string> more) { list.insert(list.end(), more); }

std::vector<std::string> bubblewrap_arguments(const Box& box)
{
    std::vector<std::string> a{bubblewrap().value_or("/usr/bin/bwrap").string()};
    add(a, {"--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session", "--clearenv",
            "--json-status-fd", "4"});
    for (const char* folder : {"/usr/lib", "/usr/lib32", "/usr/lib64"}) {
        add(a, {"--ro-bind-try", folder, folder});
    }
    if (box.tools) {
        add(a, {"--ro-bind", "/usr/bin", "/usr/bin", "--ro-bind", "/usr/include", "/usr/include", "--symlink",
                "usr/bin", "/bin"});
    }
    add(a, {"--symlink", "usr/lib", "/lib", "--symlink", "usr/lib64", "/lib64"});
    add(a, {"--dir", "/dev", "--dev-bind", "/dev/null", "/dev/null"});
    if (box.proc) {
        add(a, {"--proc", "/proc"});
    }
    add(a, {"--size", std::to_string(temporary_bytes), "--tmpfs", "/tmp"});
    add(a, {"--ro-bind", box.enter.string(), enter_inside.string()});
    for (const Mount& mount : box.mounts) {
        add(a, {mount.writable ? "--bind" : "--ro-bind", mount.host.string(), mount.inside.string()});
    }
    add(a, {"--bind", box.folder.host.string(), box.folder.inside.string(), "--remount-ro", "/", "--chdir",
            box.folder.inside.string()});
    return a;
}

std::vector<std::string> environment_of(const Box& box)
{
    return {
        "PATH=/usr/bin",
        "LC_ALL=C.UTF-8",
        "TMPDIR=/tmp",
        "HOME=" + box.folder.inside.string(),
        // Reports are symbolized outside, when there is one (check/execution.cpp).
        "ASAN_OPTIONS=symbolize=0:detect_leaks=" + std::string(box.proc ? "1" : "0") +
            ":exitcode=66:handle_abort=1:allocator_may_return_null=0:print_summary=0:detect_stack_use_after_return=1",
        "UBSAN_OPTIONS=symbolize=0:print_stacktrace=0:halt_on_error=1:exitcode=66",
        "LSAN_OPTIONS=exitcode=67:print_suppressions=0",
    };
}

Outcome run_in_namespaces(const Box& box, const std::vector<std::string>& arguments, const Limits& limits,
                          std::string_view input)
{
    Command command{.arguments = bubblewrap_arguments(box),
                    .folder = "/",
                    .environment = {},
                    .input = std::string(input),
                    .limits = limits,
                    .identity = sandbox_identity(),
                    .namespace_status = true};
    for (const std::string& variable : environment_of(box)) {
        const std::size_t equals = variable.find('=');
        add(command.arguments, {"--setenv", variable.substr(0, equals), variable.substr(equals + 1)});
    }
    add(command.arguments, {"--", enter_inside.string(), std::to_string(limits.processes)});
    command.arguments.insert(command.arguments.end(), arguments.begin(), arguments.end());

    Outcome outcome = run(command);
    if (outcome.end == Outcome::End::exited && outcome.status.find("\"exit-code\"") == std::string::npos) {
        throw Error(
            tr("Le bac à sable n'a pas pu être construit ({}). « ./atelier doctor » dit pourquoi et quoi faire.",
               outcome.err.substr(0, outcome.err.find('\n'))));
    }
    if (outcome.end == Outcome::End::exited && outcome.code > 128 &&
        outcome.code <= 128 + SIGRTMAX) {  // how bubblewrap tells a signal
        outcome.end = Outcome::End::signaled;
        outcome.code -= 128;
    }
    return outcome;
}

}  // namespace

std::string_view name_of(Tier tier) { return tier == Tier::namespaces ? "namespaces" : "none"; }

fs::path Box::at(const fs::path& host) const
{
    if (tier == Tier::none) {
        return host;
    }
    std::vector<Mount> all = mounts;
    all.push_back(folder);
    for (const Mount& mount : all) {
        const fs::path below = host.lexically_relative(mount.host);
        if (!below.empty() && *below.begin() != "..") {
            return below == "." ? mount.inside : mount.inside / below;
        }
    }
    throw Error("Box::at: " + host.string() + " is mounted nowhere");
}

Outcome run_in(const Box& box, const std::vector<std::string>& arguments, const Limits& limits, std::string_view input)
{
    if (box.tier == Tier::namespaces) {
        return run_in_namespaces(box, arguments, limits, input);
    }
    return run({.arguments = arguments,
                .folder = box.folder.host,
                .environment = environment_of(box),
                .input = std::string(input),
                .limits = limits,
                .identity = sandbox_identity(),
                .namespace_status = false});
}

std::optional<Identity> sandbox_identity()
{
    if (::geteuid() != 0) {
        return std::nullopt;
    }
    return Identity{nobody, nobody};
}

void give_to_sandbox(const fs::path& path)
{
    const std::optional<Identity> identity = sandbox_identity();
    if (identity && ::lchown(path.c_str(), identity->user, identity->group) != 0) {
        throw system_error(tr("Impossible de préparer {}", path.string()));
    }
}

void share_with_sandbox(const fs::path& path)
{
    if (sandbox_identity() && ::chmod(path.c_str(), 0711) != 0) {
        throw system_error(tr("Impossible de préparer {}", path.string()));
    }
}

void take_from_sandbox(const fs::path& path)
{
    if (!sandbox_identity()) {
        return;
    }
    const auto take = [](const fs::path& one) {
        if (::lchown(one.c_str(), ::geteuid(), ::getegid()) != 0) {
            throw system_error(tr("Impossible de préparer {}", one.string()));
        }
    };
    take(path);
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(path)) {
        take(entry.path());
    }
}

std::optional<fs::path> bubblewrap()
{
    for (const char* path : {"/usr/bin/bwrap", "/usr/local/bin/bwrap"}) {
        if (::access(path, X_OK) == 0) {
            return path;
        }
    }
    return std::nullopt;
}

}  // namespace atelier

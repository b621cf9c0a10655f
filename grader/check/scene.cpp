// SPDX-License-Identifier: MIT
#include "check/scene.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "files.hpp"
#include "sandbox.hpp"

namespace atelier::check {

namespace {

bool mounts_are_private = false;

bool write_proc(const char* path, const std::string& text)
{
    const Descriptor file(::open(path, O_WRONLY | O_CLOEXEC));
    return file && ::write(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
}

/// A user namespace where we are who we are, but may mount.
bool enter_user_namespace(uid_t user, gid_t group)
{
    return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 && write_proc("/proc/self/setgroups", "deny") &&
           write_proc("/proc/self/uid_map", fmt::format("{0} {0} 1", user)) &&
           write_proc("/proc/self/gid_map", fmt::format("{0} {0} 1", group));
}

}  // namespace

void enter_private_mounts()
{
    const bool apart = ::geteuid() == 0 ? ::unshare(CLONE_NEWNS) == 0 : enter_user_namespace(::geteuid(), ::getegid());
    mounts_are_private = apart && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

Scene::Scene(fs::path path) : path_(std::move(path))
{
    make_folder(path_);
    if (mounts_are_private) {
        const std::string size = fmt::format("mode=0711,size={},nr_inodes={}", scene_bytes, scene_files);
        mounted_ = ::mount("atelier", path_.c_str(), "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC, size.c_str()) == 0;
    }
    share_with_sandbox(path_);
    for (const fs::path& folder : {work_, temporary_, aside_}) {
        make_folder(folder);
    }
    give_to_sandbox(work_);
    give_to_sandbox(temporary_);
    ::chmod(aside_.c_str(), 0700);
}

Scene::~Scene()
{
    if (mounted_) {
        ::umount2(path_.c_str(), MNT_DETACH);
    }
    remove_tree(path_);
}

}  // namespace atelier::check

// SPDX-License-Identifier: MIT
#include "pack/archive.hpp"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

#include <algorithm>
#include <memory>

#include "error.hpp"
#include "message.hpp"
#include "utf8.hpp"

namespace atelier {

namespace {

/// libarchive writes names as the thread's locale understands them: lends it glibc's C.UTF-8.
class Utf8Names {
public:
    Utf8Names() : locale_(::newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr))
    {
        if (locale_ == nullptr) {
            throw system_error("newlocale(C.UTF-8)");
        }
        before_ = ::uselocale(locale_);
    }
    Utf8Names(const Utf8Names&) = delete;
    Utf8Names& operator=(const Utf8Names&) = delete;
    ~Utf8Names()
    {
        ::uselocale(before_);
        ::freelocale(locale_);
    }

private:
    locale_t locale_;
    locale_t before_ = nullptr;
};

la_ssize_t append(archive* /*writer*/, void* bytes, const void* more, std::size_t size)
{
    static_cast<std::string*>(bytes)->append(static_cast<const char*>(more), size);
    return static_cast<la_ssize_t>(size);
}

/// An archive written into a text.
class Writer {
public:
    Writer() : writer_(::archive_write_new(), ::archive_write_free)
    {
        if (!writer_) {
            throw std::bad_alloc();
        }
    }

    [[nodiscard]] archive* get() const { return writer_.get(); }

    /// libarchive's errors here are of memory, or ours.
    void must(int status) const
    {
        if (status != ARCHIVE_OK) {
            const char* reason = ::archive_error_string(writer_.get());
            throw Error(
                tr("L'archive n'a pas pu être faite\u00A0: {}", reason != nullptr ? visible(reason) : "libarchive"));
        }
    }

    void compress_with_gzip() const
    {
        must(::archive_write_add_filter_gzip(get()));
        must(::archive_write_set_filter_option(get(), "gzip", "timestamp", nullptr));  // not that of now
    }

    void open()
    {
        must(::archive_write_set_bytes_in_last_block(get(), 1));  // nothing behind the end
        must(::archive_write_open(get(), &bytes_, nullptr, append, nullptr));
    }

    void add(const PackedFile& file, bool has_time) const
    {
        constexpr std::time_t first_of_1980 = 315'532'800;  // the oldest that all readers understand
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(::archive_entry_new(),
                                                                             ::archive_entry_free);
        if (!entry) {
            throw std::bad_alloc();
        }
        ::archive_entry_copy_pathname(entry.get(), file.name.c_str());
        ::archive_entry_set_filetype(entry.get(), AE_IFREG);
        ::archive_entry_set_perm(entry.get(), file.bytes.rfind("#!", 0) == 0 ? 0755 : 0644);
        ::archive_entry_set_size(entry.get(), static_cast<la_int64_t>(file.bytes.size()));
        if (has_time) {
            ::archive_entry_set_mtime(entry.get(), first_of_1980, 0);
        }
        must(::archive_write_header(get(), entry.get()));
        write(file.bytes);
    }

    void write(std::string_view bytes) const
    {
        if (!bytes.empty() && ::archive_write_data(get(), bytes.data(), bytes.size()) < 0) {
            must(ARCHIVE_FATAL);
        }
    }

    std::string close()
    {
        must(::archive_write_close(get()));
        return std::move(bytes_);
    }

private:
    std::string bytes_;
    std::unique_ptr<archive, int (*)(archive*)> writer_;
};

bool ends_with(const std::string& text, std::string_view end)
{
    return text.size() > end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

}  // namespace

std::optional<ArchiveFormat> archive_format_of(const std::filesystem::path& file)
{
    std::string name = file.filename().string();
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (ends_with(name, ".zip")) {
        return ArchiveFormat::zip;
    }
    return ends_with(name, ".tar.gz") || ends_with(name, ".tgz") ? std::optional(ArchiveFormat::tar_gz) : std::nullopt;
}

std::string archive_of(std::vector<PackedFile> files, ArchiveFormat format)
{
    std::sort(files.begin(), files.end(), [](const PackedFile& a, const PackedFile& b) { return a.name < b.name; });
    const Utf8Names names;
    Writer writer;
    if (format == ArchiveFormat::zip) {
        writer.must(::archive_write_set_format_zip(writer.get()));
        writer.must(::archive_write_set_format_option(writer.get(), "zip", "hdrcharset", "UTF-8"));
    } else {
        writer.must(::archive_write_set_format_pax_restricted(writer.get()));
        writer.compress_with_gzip();
    }
    writer.open();
    for (const PackedFile& file : files) {
        if (!is_valid_utf8(file.name)) {
            throw Error(tr("Le nom {} n'est pas en UTF-8\u00A0; renommez ce fichier.", visible(file.name)));
        }
        // The time of a zip is that of a clock on a wall, wherever it is: without one it is the first day of 1980.
        writer.add(file, format != ArchiveFormat::zip);
    }
    return writer.close();
}

std::string gzip_of(std::string_view bytes)
{
    Writer writer;
    writer.must(::archive_write_set_format_raw(writer.get()));
    writer.compress_with_gzip();
    writer.open();
    writer.add({.name = "x", .bytes = std::string(bytes)}, false);
    return writer.close();
}

}  // namespace atelier

// SPDX-License-Identifier: MIT
// The command that makes what students receive.

#include "catalog.hpp"
#include "commands.hpp"
#include "commands_common.hpp"
#include "console.hpp"
#include "error.hpp"
#include "files.hpp"
#include "install.hpp"
#include "message.hpp"
#include "pack/archive.hpp"
#include "pack/contents.hpp"
#include "sha256.hpp"
#include "utf8.hpp"
#include "work.hpp"

namespace atelier {

int command_pack(const CommonOptions& common, const PackOptions& options)
{
    const fs::path out = fs::absolute(options.out);
    const std::optional<ArchiveFormat> format = archive_format_of(out);
    if (!format) {
        throw UsageError(
            tr("le nom du paquet, après --out, doit finir par .zip ou .tar.gz\u00A0; «\u00A0{}\u00A0» finit autrement",
               visible(options.out)));
    }
    const PackContents contents = pack_contents(catalog_of(common), project_folder());
    const std::string bytes = archive_of(contents.files, *format);
    make_folder(out.parent_path());
    require_room(out.parent_path());
    write_file_durably(out, bytes);
    if (common.json) {
        print(json_text({{"file", out.string()},
                         {"files", contents.files.size()},
                         {"bytes", bytes.size()},
                         {"sha256", sha256(bytes)},
                         {"left_out", contents.left_out}}));
        return 0;
    }
    print(tr("Le paquet des étudiants\u00A0: {} ({} fichiers, {} Kio)\n", visible(as_typed(out)), contents.files.size(),
             (bytes.size() + 1023) / 1024));
    print(tr("Il contient le cours et l'atelier, sans les solutions ni les erreurs connues.\n"));
    print(tr("Les mêmes fichiers donnent partout les mêmes octets\u00A0; leur SHA-256\u00A0: {}\n", sha256(bytes)));
    for (const std::string& name : contents.left_out) {
        print(tr("Laissé de côté\u00A0: {}\n", visible(name)));
    }
    if (!contents.left_out.empty()) {
        print(
            tr("Ce que le cours ne prévoit pas reste chez vous\u00A0; docs/corriger-une-classe.md dit ce qui part.\n"));
    }
    return 0;
}

}  // namespace atelier

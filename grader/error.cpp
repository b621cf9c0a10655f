// SPDX-License-Identifier: MIT
#include "error.hpp"

#include <cerrno>
#include <system_error>

#include "message.hpp"

namespace atelier {

namespace {

/// What to do about the system's most usual refusals; its own words otherwise.
std::string reason(int code)
{
    switch (code) {
        case ENOSPC:
        case EDQUOT: return tr("le disque est plein ; libérez de la place, puis recommencez");
        case EACCES:
        case EPERM: return tr("la permission est refusée ; vérifiez les droits");
        case EROFS: return tr("ce dossier est en lecture seule");
        case ENOENT: return tr("ce fichier ou ce dossier n'existe pas");
        case ENOTDIR: return tr("ce n'est pas un dossier");
        case EISDIR: return tr("c'est un dossier, non un fichier");
        case EMFILE:
        case ENFILE: return tr("trop de fichiers sont ouverts ; fermez des programmes, puis recommencez");
        case ENAMETOOLONG: return tr("ce nom est trop long");
        default: return std::generic_category().message(code);
    }
}

}  // namespace

Error system_error(const std::string& what) { return Error(what + tr(" : ") + reason(errno)); }

}  // namespace atelier

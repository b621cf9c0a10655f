// SPDX-License-Identifier: MIT
// Ne contient rien.

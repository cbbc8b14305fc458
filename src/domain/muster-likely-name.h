/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * muster_likely_name_find:
 * @said: the name of an organization that is not among @known
 * @known: (element-type utf8)
 *
 * Returns: (transfer none) (nullable): the one of @known that is likely to be meant: the same but for “Inc.”, “The”, signs and blanks; else the one with the
 * fewest letters that differ, which may be one in five and three at most. %NULL if none is, or two are equally likely.
 */
const char *muster_likely_name_find (const char *said, GPtrArray *known);

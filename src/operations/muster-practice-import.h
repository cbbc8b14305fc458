/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/muster-store.h"

/** Imports the roster file called @name that ships for practice (data/practice/), as a person would: from a file, with the program's own header aliases. */
gboolean muster_practice_import (MusterStore *store, const char *name, GError **error);

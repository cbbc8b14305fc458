/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/**
 * MusterDatabase: a connection to a register's tables. Whoever has one may call the functions of the `*-table.h` and `*-query.h` files of this
 * folder; nobody outside of it sees SQL.
 */
typedef struct _MusterDatabase MusterDatabase;

/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The copies of a register that are kept beside it: how they are called, and how long each is kept. */

#define MUSTER_BACKUPS_NEWEST 10 /* so many are kept in any case */
#define MUSTER_BACKUP_DAYS 30    /* for so long the first of each day is */

/**
 * Returns: (transfer full): "20261128-143015-import.db": the local moment and a word that says before what; with @number greater than 1,
 * "20261128-143015-import-2.db".
 */
char *muster_backup_dup_name (GDateTime *moment, const char *why, guint number);

/** Whether @name is one that muster_backup_dup_name() gives; sets @day. */
gboolean muster_backup_parse_name (const char *name, GDate *day);

/**
 * Returns: (transfer container) (element-type utf8): those of @names that need not be kept any longer: all but the newest, and the first of each of
 * the last days, which is the register as that day found it. What is called otherwise was put there by somebody, and is never among them.
 */
GPtrArray *muster_backup_list_old (GPtrArray *names, const GDate *today);

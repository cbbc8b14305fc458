/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"

/** The options that every command takes, before it or after it. */
extern const MusterCtlOption muster_ctl_global_options[];

/** Reads the options that stand before the command out of @arguments, and leaves the rest in it. */
gboolean muster_ctl_options_parse_global (MusterCtl *ctl, char ***arguments, GError **error);
/** Reads all of @arguments, what follows the command's words, for ctl's command; checks that nothing is missing. */
gboolean muster_ctl_options_parse (MusterCtl *ctl, char **arguments, GError **error);

gboolean muster_ctl_has (MusterCtl *ctl, const char *option);
/** Returns: (nullable): the value of @option. */
const char *muster_ctl_get (MusterCtl *ctl, const char *option);
/** Returns: %NULL-terminated: all values of @option. */
const char *const *muster_ctl_get_list (MusterCtl *ctl, const char *option);
/** Returns: (nullable): the argument number @index, from 0. */
const char *muster_ctl_get_argument (MusterCtl *ctl, guint index);
/** Sets @day to the value of @option; unset where it was not given. */
gboolean muster_ctl_get_day (MusterCtl *ctl, const char *option, GDate *day, GError **error);
/** Sets @number to the value of @option; to @missing where it was not given. */
gboolean muster_ctl_get_number (MusterCtl *ctl, const char *option, guint missing, guint *number, GError **error);
/** Sets @types to the roles given by every @option as #MusterAssisterType flags; 0 where it was not given. */
gboolean muster_ctl_get_types (MusterCtl *ctl, const char *option, guint *types, GError **error);
/** Sets @authority to the value of @option; 0 where it was not given. */
gboolean muster_ctl_get_authority (MusterCtl *ctl, const char *option, guint *authority, GError **error);
/** Whether --reason says something, for a command that needs it whatever the domain asks for. */
gboolean muster_ctl_check_reason (MusterCtl *ctl, GError **error);
/** Whether a file may be written at @path (nullable): nothing is there, or --force says so. To be asked before anything is done, or anybody asked for a passphrase. */
gboolean muster_ctl_check_place (MusterCtl *ctl, const char *path, GError **error);

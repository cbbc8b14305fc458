/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ctl/muster-ctl.h"

/** Returns: (transfer full): the folder of the register that is meant. */
char *muster_ctl_dup_folder (MusterCtl *ctl);
/** Returns: (transfer full): the name of the account that is meant. */
char *muster_ctl_dup_account (MusterCtl *ctl);

/** Whether there is no register at @folder yet: said before anybody thinks of a password. */
gboolean muster_ctl_check_vacant (const char *folder, GError **error);

/** Opens the register and signs in. */
gboolean muster_ctl_open (MusterCtl *ctl, GError **error);
/** Closes it, also after an error. */
void muster_ctl_close (MusterCtl *ctl);

/** Returns: (transfer none): the register as it stands now, for reading; what was borrowed before is given back. */
MusterDatabase *muster_ctl_read (MusterCtl *ctl, GError **error);
/** Runs @operation; errors as by muster_ctl_propagate_judgement(). */
gboolean muster_ctl_perform (MusterCtl *ctl, const MusterOperation *operation, gconstpointer input, gpointer output, GError **error);
/** Hands @problem (transfer full) on: what the domain found wrong with a value of a record is a rule that refuses it, not wrong usage. */
void muster_ctl_propagate_judgement (GError **error, GError *problem);
/** Whether the account may do what @operation does: before anything is asked or read for it. */
gboolean muster_ctl_check_may (MusterCtl *ctl, const char *operation, GError **error);
/** Returns: the person meant by @text; 0 on error. */
gint64 muster_ctl_find_person (MusterCtl *ctl, const char *text, GError **error);

/** A #GFileProgressCallback (@user_data: the MusterCtl): a figure on standard error, if a person sits there. */
void muster_ctl_progress_cb (goffset current, goffset total, gpointer user_data);
/** Takes the figure away again. */
void muster_ctl_progress_end (MusterCtl *ctl);
/** Says each of @texts, ended by %NULL, as a warning: with the JSON of the answer, or beside the text. */
void muster_ctl_warn (MusterCtl *ctl, char **texts);

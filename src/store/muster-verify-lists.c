/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-assister.h"
#include "domain/muster-error.h"
#include "domain/muster-saved-list.h"

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, message);
  return FALSE;
}

/* What the domain said of a value is a rule that was broken here. */
static gboolean
blame (GError **error)
{
  if (error != NULL && *error != NULL)
    (*error)->code = MUSTER_ERROR_RULE;
  return FALSE;
}

/* What it is called, and by what it is found. */
static gboolean
check_name (const MusterRowView *view, GError **error)
{
  g_autofree char *name = muster_row_view_dup_text (view, "name"), *key = muster_row_view_dup_text (view, "name_key");
  g_autofree char *tidy = muster_saved_list_check_name (name, error), *folded = tidy != NULL ? muster_text_fold (tidy) : NULL;

  if (tidy == NULL)
    return blame (error);
  return (g_str_equal (tidy, name) && g_strcmp0 (folded, key) == 0) || refuse (error, _("A list of the roster is called otherwise than it is found."));
}

gboolean
muster_verify_saved_list (const MusterEntryCheck *check, const MusterRowChange *change, GError **error)
{
  g_autofree char *text = muster_row_view_dup_text (&change->after, "filter");
  g_autoptr (MusterSavedFilter) filter = NULL;

  if (muster_row_view_get_int (&change->after, "account_id") != check->signer)
    return refuse (error, _("A list of the roster was changed by another account than the one that keeps it."));
  filter = muster_saved_filter_from_text (text != NULL ? text : "", error);
  if (filter == NULL)
    return blame (error);
  return muster_saved_filter_check (filter, error) && check_name (&change->after, error);
}

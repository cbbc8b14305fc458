/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-verify-private.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-citation.h"
#include "domain/muster-error.h"
#include "store/muster-journal-query.h"

gboolean
muster_verify_citation (MusterVerifier *self, const MusterEntryCheck *check, const MusterRowView *cited, GError **error)
{
  const char *const *versions = muster_verify_list_versions (self);
  g_autofree char *notice = muster_journal_detail_dup (check->detail, MUSTER_DETAIL_NOTICE), *despite = muster_journal_detail_dup (check->detail, MUSTER_DETAIL_UNACKNOWLEDGED);
  g_autofree char *version = cited != NULL ? muster_row_view_dup_text (cited, "clause_version") : NULL;

  if (!muster_citation_check_entry (notice, despite, versions, error))
    return FALSE;
  if (cited == NULL || notice == NULL || versions == NULL || versions[0] == NULL || !g_strv_contains (versions, notice) || g_strcmp0 (version, notice) == 0)
    return TRUE;
  g_set_error_literal (error, MUSTER_ERROR, MUSTER_ERROR_RULE, _("A case cites its clauses in another version of the notice than its entry says."));
  return FALSE;
}

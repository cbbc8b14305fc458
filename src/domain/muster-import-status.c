/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-import-status.h"

#include <string.h>

#include "domain/muster-assister.h"

static const char *const in_force[] = { "active", "certified", "current", "approved", "valid", "licensed", "in good standing", "good standing", "yes", "y", NULL };

static const char *const neutral[] = { "certified-restricted", "due for renewal", "expiring", "pending renewal", "probation", "probationary", "reinstated", "recertified", "renewal due", "renewal pending",
                                       "renewed", "restricted", NULL };

static const char *const ended[] = {
  "cancelled", "canceled", "ceased", "closed", "deactivated", "decertified", "deceased", "denied", "disabled", "disqualified", "ended", "expired", "former", "inactive", "invalid", "lapsed",
  "left", "n", "no", "no longer active", "non-active", "non-compliant", "noncompliant", "not active", "not certified", "not in good standing", "not licensed", "not valid", "on hold", "on leave",
  "rejected", "removed", "resigned", "retired", "revoked", "separated", "surrendered", "suspended", "suspended-administrative", "suspended-for-cause", "t1", "t2", "t3", "t4", "term", "termed",
  "terminated", "unlicensed", "void", "voided", "withdrawn", NULL
};

static MusterStatusClaim
find (const char *text)
{
  if (g_strv_contains (in_force, text))
    return MUSTER_CLAIM_IN_FORCE;
  if (g_strv_contains (neutral, text))
    return MUSTER_CLAIM_NEUTRAL;
  return g_strv_contains (ended, text) ? MUSTER_CLAIM_ENDED : MUSTER_CLAIM_UNKNOWN;
}

/* “terminated (t3)”, “suspended - no renewal”, “revoked 5/1/2026”; but what only begins in force may end otherwise. */
static MusterStatusClaim
find_beginning (const char *text)
{
  gsize length = strcspn (text, "-(:;,./0123456789");
  g_autofree char *head = g_strchomp (g_strndup (text, length));
  MusterStatusClaim claim = find (head);

  return claim == MUSTER_CLAIM_ENDED ? claim : MUSTER_CLAIM_UNKNOWN;
}

MusterStatusClaim
muster_status_claim_read (const char *status)
{
  g_autofree char *folded = NULL;
  MusterStatusClaim claim;

  if (status == NULL)
    return MUSTER_CLAIM_NOTHING;
  folded = muster_text_fold (status);
  if (*folded == '\0')
    return MUSTER_CLAIM_NOTHING;
  claim = find (folded);
  return claim != MUSTER_CLAIM_UNKNOWN ? claim : find_beginning (folded);
}

static gboolean
is_ended_by (const MusterImportRow *row, MusterImportField field, const GDate *today)
{
  const GDate *day = muster_import_row_get_date ((MusterImportRow *) row, field);
  MusterStatusClaim claim = field == MUSTER_FIELD_STATUS ? muster_status_claim_read (row->status) : MUSTER_CLAIM_NOTHING;

  if (field == MUSTER_FIELD_ENDED_ON)
    return muster_import_row_has_ended (row, today);
  if (day != NULL)
    return g_date_valid (day) && g_date_compare (day, today) < 0;
  return claim == MUSTER_CLAIM_ENDED || claim == MUSTER_CLAIM_UNKNOWN;
}

gboolean
muster_import_status_find_end (const MusterImportRow *row, const GDate *today, MusterImportField *field)
{
  static const MusterImportField ends[] = { MUSTER_FIELD_STATUS, MUSTER_FIELD_ENDED_ON, MUSTER_FIELD_CERTIFIED_THROUGH, MUSTER_FIELD_LICENCE_EXPIRES };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (is_ended_by (row, ends[i], today))
      {
        *field = ends[i];
        return TRUE;
      }
  return FALSE;
}

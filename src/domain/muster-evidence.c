/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-evidence.h"

MusterEvidence *
muster_evidence_new (void)
{
  return g_new0 (MusterEvidence, 1);
}

void
muster_evidence_free (MusterEvidence *evidence)
{
  if (evidence == NULL)
    return;
  g_free (evidence->requirement);
  g_free (evidence->said);
  g_free (evidence->source);
  g_free (evidence);
}

static gboolean
same_day (const GDate *a, const GDate *b)
{
  if (!g_date_valid (a) || !g_date_valid (b))
    return g_date_valid (a) == g_date_valid (b);
  return g_date_compare (a, b) == 0;
}

gboolean
muster_evidence_same (const MusterEvidence *a, const MusterEvidence *b)
{
  return g_strcmp0 (a->requirement, b->requirement) == 0 && g_strcmp0 (a->said, b->said) == 0 && same_day (&a->on, &b->on) && same_day (&a->expires, &b->expires);
}

/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "operations/muster-practice-private.h"

#include "operations/muster-evidence-operations.h"
#include "store/muster-people-table.h"

/* Whoever has this as source has it attached as well. */
#define CERTIFICATE "Certificate of completion"

static gint64
find_person (MusterStore *store, const char *name, GError **error)
{
  g_autofree char *email = g_strconcat (name, "@example.org", NULL);
  MusterDatabase *database = muster_store_read (store, error);
  gint64 id;

  if (database == NULL)
    return 0;
  id = muster_people_table_resolve (database, email, error);
  muster_store_read_done (store, database);
  return id;
}

static GBytes *
make_certificate (const MusterPracticeDeed *deed)
{
  char *text = g_strdup_printf ("%s\n\n%s\n%s\n", "Invented, for practice only.", CERTIFICATE, deed->more);

  return g_bytes_new_take (text, strlen (text));
}

gboolean
muster_practice_record (MusterStore *store, const MusterPracticeDeed *deed, const GDate *today, GError **error)
{
  g_autoptr (MusterEvidence) evidence = muster_evidence_new ();
  g_auto (GStrv) words = g_strsplit (deed->more, " ", 2);
  g_autoptr (GBytes) certificate = g_strcmp0 (deed->text, CERTIFICATE) == 0 ? make_certificate (deed) : NULL;
  MusterEvidenceRequest request = { .evidence = evidence, .file_name = "certificate.txt", .content = certificate };

  evidence->assister_id = find_person (store, deed->person, error);
  if (evidence->assister_id == 0)
    return FALSE;
  evidence->requirement = g_strdup (words[0]);
  evidence->outcome = g_strdup (words[1]);
  evidence->score = deed->number > 0 ? deed->number : -1;
  evidence->source = g_strdup (deed->text);
  evidence->on = *today;
  if (deed->types != 0)
    {
      evidence->expires = *today;
      g_date_add_days (&evidence->expires, deed->types);
    }
  return muster_store_run (store, &muster_record_evidence, &request, NULL, NULL, error);
}

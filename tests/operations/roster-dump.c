/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "roster-dump.h"

#include <string.h>

#include "domain/muster-date.h"
#include "store/muster-evidence-table.h"
#include "store/muster-people-table.h"
#include "store/muster-roster-query.h"
#include "store/muster-verify.h"

static const char *const days[] = { "2026-03-01", "2026-03-10", "2026-03-11", "2026-03-12", "2026-03-15", "2026-03-20", "2026-03-25", "2026-04-01", "2099-01-01" };

static void
add_values (GString *line, const MusterAssister *person)
{
  const char *const texts[] = {
    person->licence_number, person->given_name, person->middle_name, person->family_name, person->suffix, person->email, person->phone, person->other_phones, person->phone_written,
    person->npn, person->assister_id, person->training_id, person->admin_id, person->county, person->languages, person->active ? "active" : "inactive"
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_string_append_printf (line, "%s|", texts[i] != NULL ? texts[i] : "");
}

static void
add_agencies (GString *line, MusterDatabase *database, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) affiliations = muster_people_table_list_affiliations (database, id, &error);
  guint n_open = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < affiliations->len; i++)
    n_open += !g_date_valid (&((const MusterAffiliation *) affiliations->pdata[i])->through);
  g_assert_cmpuint (n_open, <=, 1);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const MusterAffiliation *affiliation;
      GDate on;

      set_day (&on, days[i]);
      affiliation = muster_affiliation_find_on (affiliations, &on);
      g_string_append_printf (line, " %s", affiliation != NULL ? affiliation->agency_name : "–");
    }
}

static void
add_roles (GString *line, MusterDatabase *database, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = muster_people_table_list_events (database, id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < MUSTER_N_ASSISTER_TYPES; i++)
    {
      g_autoptr (GPtrArray) standing = muster_certification_list_standing (events, 1u << i);

      for (guint j = 0; j < standing->len; j++)
        {
          const MusterCertificationEvent *event = standing->pdata[j];

          g_string_append_printf (line, " %s:%s", muster_assister_type_to_code (event->type), muster_certification_state_to_code (event->to));
        }
    }
}

static void
add_claims (GString *line, MusterDatabase *database, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) claims = muster_evidence_table_list (database, id, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < claims->len; i++)
    {
      const MusterEvidence *claim = claims->pdata[i];

      g_string_append_printf (line, " %s=%s", claim->requirement, claim->said != NULL ? claim->said : "");
    }
}

static char *
dup_line (MusterDatabase *database, gint64 id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterAssister) person = muster_people_table_load (database, id, &error);
  GString *line = g_string_new (NULL);

  g_assert_no_error (error);
  add_values (line, person);
  add_agencies (line, database, id);
  add_roles (line, database, id);
  add_claims (line, database, id);
  return g_string_free_and_steal (line);
}

static GArray *
list_people (MusterDatabase *database)
{
  MusterRosterFilter filter = { .may_assist = -1 };
  g_autoptr (MusterRosterIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  GArray *ids;
  GDate on;

  set_day (&on, "2026-04-30");
  index = muster_roster_index_new (database, &on, NULL, NULL, &error);
  g_assert_no_error (error);
  ids = muster_roster_index_select (index, database, &filter, NULL, &error);
  g_assert_no_error (error);
  return ids;
}

char *
roster_dump (OperationsFixture *fixture)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GArray) ids = list_people (database);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (lines, dup_line (database, g_array_index (ids, gint64, i)));
  muster_store_read_done (store, database);
  g_ptr_array_sort_values (lines, (GCompareFunc) strcmp);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

gint64
roster_dump_find (OperationsFixture *fixture, const char *tag)
{
  MusterStore *store = operations_fixture_open (fixture, FIXTURE_ALEX);
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GArray) ids = list_people (database);
  gint64 found = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (MusterAssister) person = muster_people_table_load (database, g_array_index (ids, gint64, i), NULL);

      if (g_strcmp0 (person->licence_number, tag) == 0)
        found = person->id;
    }
  muster_store_read_done (store, database);
  return found;
}

void
assert_verifies (OperationsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterVerification) result = muster_verify (operations_fixture_open (fixture, FIXTURE_ALEX), NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (result->what, ==, NULL);
  g_assert_true (result->ok);
}

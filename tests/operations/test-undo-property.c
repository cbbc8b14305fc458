/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "operations/muster-action-operations.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-edit-assister.h"
#include "operations/muster-import-roster.h"
#include "operations/muster-undo-import.h"

#include "operations-fixture.h"
#include "roster-dump.h"

/*
 * Whatever is imported, edited, undone and brought back: the register is as if those imports that count had been the only ones. Each round takes two copies of one
 * register. The first gets two imports with edits before, between and after them, and these are undone and brought back at random. The second gets the same
 * edits on the same days, and only those imports that count in the end.
 */

#define N_PEOPLE 10 /* of the register from the beginning */
#define N_NEW 3     /* that each of the imports makes */
#define N_STEPS 10
#define N_TURNS 5 /* undoings */
#define HEADER "Last Name,First Name,E-mail,NPN,Phone,County,License number,Type,Agency\n"

typedef enum
{
  EDIT_PHONE,
  EDIT_COUNTY,
  EDIT_EMAIL,
  EDIT_AGENCY,
  EDIT_INACTIVATE,
  EDIT_CERTIFY,
  EDIT_ACTION,
  N_EDITS,
} EditKind;

/* @import: 1 or 2; 0: an edit of @person. */
typedef struct
{
  guint import;
  char *rows;
  EditKind kind;
  guint person;
  guint number; /* makes values that nothing else has */
} Step;

typedef struct
{
  GRand *chance;
  guint number;
  Step steps[N_STEPS];
  gboolean is_inactive[N_PEOPLE + 2 * N_NEW];
  gboolean is_touched[N_PEOPLE + 2 * N_NEW]; /* edited, of those whom an import makes */
  guint made_at[2];                          /* the step of each import */
} Story;

static guint n_rounds = 12;
static guint32 first_seed;
static OperationsFixture template;

/* People are told apart by a tag: those of the first import come after those of the beginning, then those of the second. */
static void
append_row (GString *rows, guint person, guint number, const char *type, const char *agency)
{
  g_string_append_printf (rows, "Person%c%c,Ana,%s%u.%u@example.org,%u,612-555-%04u,County %u,T%02u,%s,%s\n", 'a' + person / 26, 'a' + person % 26, number % 2 == 0 ? "p" : "q", person, number,
                          5000000 + person, number % 10000, number, person, type, agency);
}

static char *
make_rows (Story *story, guint import)
{
  /* What a file only repeats it does not bring: each of the imports has a role of its own. */
  const char *const types[] = { "Broker", "Broker", import == 1 ? "CAC" : "Navigator" };
  GString *rows = g_string_new (HEADER);
  guint first_new = N_PEOPLE + (import - 1) * N_NEW;

  for (guint person = 0; person < N_PEOPLE; person++)
    if (g_rand_int_range (story->chance, 0, 2) == 0)
      {
        guint number = ++story->number;
        g_autofree char *agency = g_strdup_printf ("Agency %u", number);

        append_row (rows, person, number, types[g_rand_int_range (story->chance, 0, 3)], g_rand_int_range (story->chance, 0, 2) == 0 ? agency : "");
      }
  for (guint person = first_new; person < first_new + N_NEW; person++)
    append_row (rows, person, ++story->number, "Broker", "Sunrise");
  return g_string_free_and_steal (rows);
}

static void
plan_edit (Story *story, Step *step, guint position)
{
  guint n_there = N_PEOPLE + (position > story->made_at[0] ? N_NEW : 0) + (position > story->made_at[1] ? N_NEW : 0);

  step->kind = g_rand_int_range (story->chance, 0, N_EDITS);
  step->person = g_rand_int_range (story->chance, 0, n_there);
  step->number = ++story->number;
  /* The lifecycle goes no further from there, nor does a roster entry. */
  if (story->is_inactive[step->person] && (step->kind == EDIT_INACTIVATE || step->kind == EDIT_CERTIFY || step->kind == EDIT_AGENCY))
    step->kind = EDIT_COUNTY;
  if (step->kind == EDIT_INACTIVATE)
    story->is_inactive[step->person] = TRUE;
  story->is_touched[step->person] = TRUE;
}

static void
story_init (Story *story, guint32 seed)
{
  memset (story, 0, sizeof *story);
  story->chance = g_rand_new_with_seed (seed);
  story->made_at[0] = g_rand_int_range (story->chance, 0, N_STEPS / 2);
  story->made_at[1] = g_rand_int_range (story->chance, story->made_at[0] + 1, N_STEPS);
  for (guint i = 0; i < N_STEPS; i++)
    {
      Step *step = &story->steps[i];

      step->import = i == story->made_at[0] ? 1 : i == story->made_at[1] ? 2
                                                                         : 0;
      if (step->import != 0)
        step->rows = make_rows (story, step->import);
      else
        plan_edit (story, step, i);
    }
}

static void
story_clear (Story *story)
{
  for (guint i = 0; i < N_STEPS; i++)
    g_free (story->steps[i].rows);
  g_rand_free (story->chance);
}

static void
copy_register (OperationsFixture *copy)
{
  static const char *const names[] = { "register.db", "keys.json" };

  memset (copy, 0, sizeof *copy);
  copy->folder = g_dir_make_tmp ("muster-property-XXXXXX", NULL);
  copy->register_folder = g_build_filename (copy->folder, "test.muster", NULL);
  g_assert_cmpint (g_mkdir (copy->register_folder, 0700), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *from = g_build_filename (template.register_folder, names[i], NULL), *to = g_build_filename (copy->register_folder, names[i], NULL), *bytes = NULL;
      gsize size;

      g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
      g_assert_true (g_file_set_contents (to, bytes, size, NULL));
    }
}

static void
drop_register (OperationsFixture *copy)
{
  for (guint i = 0; i < N_FIXTURE_ACCOUNTS; i++)
    if (copy->stores[i] != NULL)
      {
        muster_store_close (copy->stores[i]);
        g_clear_object (&copy->stores[i]);
      }
  operations_fixture_remove_folder (copy->folder);
  g_free (copy->folder);
  g_free (copy->register_folder);
}

static gint64
import_rows (OperationsFixture *fixture, const char *rows)
{
  g_autofree char *path = g_build_filename (fixture->folder, "roster.csv", NULL);
  g_autoptr (MusterSheet) sheet = NULL;
  g_autoptr (MusterImportOptions) options = NULL;
  g_autoptr (MusterImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  MusterImportResult result = { 0 };
  MusterImportRequest request = { 0 };

  g_assert_true (g_file_set_contents (path, rows, -1, NULL));
  sheet = muster_import_read_sheet (path, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  options = muster_import_options_new (sheet, NULL);
  request.sheet = sheet;
  request.options = options;
  run_well (fixture, FIXTURE_KIM, &muster_import_roster, &request, &result);
  plan = result.plan;
  g_assert_cmpint (result.import_id, !=, 0);
  return result.import_id;
}

static void
edit_values (OperationsFixture *fixture, gint64 id, const Step *step)
{
  g_autoptr (MusterAssister) person = load_person (fixture, id);
  g_autofree char *agency = step->kind == EDIT_AGENCY ? g_strdup_printf ("Edited %u", step->number) : NULL;
  MusterAssisterEdit request = { .person = person, .agency = agency, .reason = "As the test has it" };
  g_autofree char *value = NULL;

  if (step->kind == EDIT_PHONE)
    g_set_str (&person->phone, value = g_strdup_printf ("(651) 555-%04u", step->number % 10000));
  else if (step->kind == EDIT_COUNTY)
    g_set_str (&person->county, value = g_strdup_printf ("Edited %u", step->number));
  else if (step->kind == EDIT_EMAIL)
    g_set_str (&person->email, value = g_strdup_printf ("edited%u@example.org", step->number));
  else if (step->kind == EDIT_INACTIVATE)
    person->active = FALSE;
  run_well (fixture, FIXTURE_KIM, &muster_edit_assister, &request, NULL);
}

static void
open_action (OperationsFixture *fixture, gint64 id)
{
  static const char *const clauses[] = { "COC-04", NULL };
  MusterOpenAction request = { .assister_id = id, .clauses = clauses, .severity = MUSTER_SEVERITY_1, .finding = "Calls not returned", .restriction = -1 };
  gint64 action = 0;

  run_well (fixture, FIXTURE_SAM, &muster_open_action, &request, &action);
}

static void
certify (OperationsFixture *fixture, gint64 id)
{
  MusterCertificationState state = get_state (fixture, id, MUSTER_ASSISTER_BROKER, NULL);

  if (state == MUSTER_STATE_APPLICANT)
    take_step (fixture, id, MUSTER_ASSISTER_BROKER, MUSTER_VERB_CERTIFY, NULL);
  else if (state == MUSTER_STATE_CERTIFIED)
    take_step (fixture, id, MUSTER_ASSISTER_BROKER, MUSTER_VERB_SUSPEND, NULL);
}

static void
set_step_day (guint position)
{
  g_autofree char *day = g_strdup_printf ("2026-03-%02u", 11 + position);

  operations_fixture_set_day (day);
}

/* Somebody whom an import makes that does not count is not there to be edited. */
static void
take (OperationsFixture *fixture, const Step *step)
{
  g_autofree char *tag = g_strdup_printf ("T%02u", step->person);
  gint64 id = roster_dump_find (fixture, tag);

  if (id == 0)
    return;
  if (step->kind == EDIT_ACTION)
    open_action (fixture, id);
  else if (step->kind == EDIT_CERTIFY)
    certify (fixture, id);
  else
    edit_values (fixture, id, step);
}

/* Tells the story with the imports in @counts; sets @ids to their records. */
static void
tell (OperationsFixture *fixture, const Story *story, const gboolean *counts, gint64 *ids)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      const Step *step = &story->steps[i];

      set_step_day (i);
      if (step->import == 0)
        take (fixture, step);
      else if (counts[step->import - 1])
        ids[step->import - 1] = import_rows (fixture, step->rows);
    }
}

static gint64
undo (OperationsFixture *fixture, gint64 id)
{
  MusterUndoRequest request = { .import_id = id };
  MusterUndoResult result = { 0 };

  run_well (fixture, FIXTURE_KIM, &muster_undo_import, &request, &result);
  muster_undo_plan_free (result.plan);
  return result.import_id;
}

/* A role that an import gave stays if somebody became inactive in it meanwhile, which is told; then it is not compared. */
static char *
dup_comparable (const Story *story, const gboolean *counts, const char *line)
{
  guint person = (guint) atoi (line + 1);
  guint import = person < N_PEOPLE ? 0 : 1 + (person - N_PEOPLE) / N_NEW;
  const char *role = strstr (line, " navigator:") != NULL ? strstr (line, " navigator:") : strstr (line, " cac:");

  /* Whom an import made that does not count any more is here only for what was done since. */
  if (import != 0 && !counts[import - 1])
    {
      g_assert_true (story->is_touched[person]);
      return NULL;
    }
  return story->is_inactive[person] && role != NULL ? g_strndup (line, role - line) : g_strdup (line);
}

static char *
dup_dump (OperationsFixture *fixture, const Story *story, const gboolean *counts)
{
  g_autofree char *dump = roster_dump (fixture);
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1);
  GString *text = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autofree char *line = dup_comparable (story, counts, lines[i]);

      if (line != NULL)
        g_string_append_printf (text, "%s\n", line);
    }
  return g_string_free_and_steal (text);
}

/* Everybody who was edited is there still. */
static void
assert_nobody_lost (OperationsFixture *fixture, const Story *story)
{
  for (guint person = 0; person < G_N_ELEMENTS (story->is_touched); person++)
    {
      g_autofree char *tag = g_strdup_printf ("T%02u", person);

      if (story->is_touched[person])
        g_assert_cmpint (roster_dump_find (fixture, tag), !=, 0);
    }
}

/* Line by line, so that a difference can be seen. */
static void
assert_same (const char *dump, const char *other)
{
  g_auto (GStrv) lines = g_strsplit (dump, "\n", -1), others = g_strsplit (other, "\n", -1);

  for (guint i = 0; lines[i] != NULL && others[i] != NULL; i++)
    g_assert_cmpstr (lines[i], ==, others[i]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (others));
}

static void
play (guint32 seed)
{
  Story story;
  OperationsFixture first, second;
  gboolean all[2] = { TRUE, TRUE }, counts[2] = { TRUE, TRUE };
  gint64 ids[2] = { 0 }, ignored[2];
  g_autofree char *whole = NULL, *back = NULL, *undone = NULL, *told = NULL;

  story_init (&story, seed);
  copy_register (&first);
  tell (&first, &story, all, ids);
  operations_fixture_set_day ("2026-03-30");
  whole = roster_dump (&first);
  for (guint turn = 0; turn < N_TURNS; turn++)
    {
      guint which = g_rand_int_range (story.chance, 0, 2);

      ids[which] = undo (&first, ids[which]);
      counts[which] = !counts[which];
      assert_verifies (&first);
    }
  assert_nobody_lost (&first, &story);
  undone = dup_dump (&first, &story, counts);

  /* Both count again: all is as it was. */
  for (guint which = 0; which < 2; which++)
    if (!counts[which])
      undo (&first, ids[which]);
  back = roster_dump (&first);
  assert_same (back, whole);
  assert_verifies (&first);
  drop_register (&first);

  copy_register (&second);
  operations_fixture_set_day ("2026-03-10");
  tell (&second, &story, counts, ignored);
  operations_fixture_set_day ("2026-03-30");
  told = dup_dump (&second, &story, counts);
  assert_same (undone, told);
  drop_register (&second);
  story_clear (&story);
}

static void
test_rounds (void)
{
  for (guint32 round = 0; round < n_rounds; round++)
    {
      operations_fixture_set_day ("2026-03-10");
      g_test_message ("round %u, seed %u", round, first_seed + round);
      play (first_seed + round);
    }
}

int
main (int argc, char **argv)
{
  GString *rows = g_string_new (HEADER);
  int result;

  g_test_init (&argc, &argv, NULL);
  n_rounds = argc > 1 ? (guint) atoi (argv[1]) : n_rounds;
  first_seed = argc > 2 ? (guint32) atoi (argv[2]) : 20261128;
  operations_fixture_set_up (&template, NULL);
  for (guint person = 0; person < N_PEOPLE; person++)
    append_row (rows, person, person, "Broker", "Sunrise");
  import_rows (&template, rows->str);
  for (guint i = 0; i < N_FIXTURE_ACCOUNTS; i++)
    if (template.stores[i] != NULL)
      {
        muster_store_close (template.stores[i]);
        g_clear_object (&template.stores[i]);
      }
  g_test_add_func ("/operations/undo-property/rounds", test_rounds);
  result = g_test_run ();
  operations_fixture_tear_down (&template, NULL);
  g_string_free (rows, TRUE);
  return result;
}

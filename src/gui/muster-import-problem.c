/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-problem.h"

#include <glib/gi18n-lib.h>

struct _MusterImportProblem
{
  GObject parent_instance;

  MusterProblemKind kind;
  MusterProblemDecision decision;
  guint row;
  guint line;
  int column;
  gint64 person;
  gboolean is_contradicted;
  char *name;
  char *header;
  char *value;
  char *message;
  char *fix;
  char *rule;
};

G_DEFINE_FINAL_TYPE (MusterImportProblem, muster_import_problem, G_TYPE_OBJECT)

static char *
dup_answer (gint64 person)
{
  g_autofree char *code = NULL;

  if (person == MUSTER_IMPORT_NOT_THE_SAME)
    return g_strdup (_("Not the same person as the one on the roster."));
  code = muster_assister_dup_code (person);
  return g_strdup_printf (_("The same person as %s."), code);
}

static void
describe_decision (MusterImportProblem *problem, const MusterImportPlan *plan, const MusterImportOptions *options)
{
  g_autofree const char **cells = NULL;
  const char *text;

  problem->rule = g_strdup ("");
  if (problem->decision == MUSTER_PROBLEM_ANSWERED)
    problem->message = dup_answer (muster_import_options_get_decision (options, problem->row));
  else if (problem->decision == MUSTER_PROBLEM_LEFT_OUT)
    problem->message = g_strdup (_("Left out."));
  if (problem->decision != MUSTER_PROBLEM_FIXED)
    return;
  cells = g_new0 (const char *, muster_sheet_get_n_columns (plan->sheet));
  muster_sheet_get_row (plan->sheet, problem->row, cells);
  text = muster_import_options_get_fix (options, problem->row, problem->column);
  problem->header = g_strdup (muster_sheet_get_header (plan->sheet, problem->column));
  problem->value = g_strdup (cells[problem->column]);
  problem->message = text != NULL && *text != '\0' ? g_strdup_printf (_("Read as “%s”."), text) : g_strdup (_("Read as nothing."));
}

static void
muster_import_problem_finalize (GObject *object)
{
  MusterImportProblem *self = MUSTER_IMPORT_PROBLEM (object);

  g_free (self->name);
  g_free (self->header);
  g_free (self->value);
  g_free (self->message);
  g_free (self->fix);
  g_free (self->rule);
  G_OBJECT_CLASS (muster_import_problem_parent_class)->finalize (object);
}

static void
muster_import_problem_class_init (MusterImportProblemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = muster_import_problem_finalize;
}

static void
muster_import_problem_init (MusterImportProblem *self)
{
}

MusterImportProblem *
muster_import_problem_new (const MusterImportPlan *plan, MusterProblemKind kind, guint index)
{
  const MusterFinding *finding = plan->findings->pdata[index];
  MusterImportProblem *self = g_object_new (MUSTER_TYPE_IMPORT_PROBLEM, NULL);

  self->kind = kind;
  self->row = finding->row;
  self->column = finding->column_index;
  self->line = finding->line;
  self->name = muster_import_plan_dup_name (plan, finding->row);
  self->header = g_strdup (finding->column);
  self->value = g_strdup (finding->value);
  self->message = g_strdup (finding->message);
  self->fix = g_strdup (finding->fix);
  self->rule = g_strdup (finding->rule);
  self->is_contradicted = finding->other_row != MUSTER_FINDING_NO_ROW;
  self->person = muster_import_plan_get_suggestion (plan, finding->row);
  return self;
}

MusterImportProblem *
muster_import_problem_new_decided (const MusterImportPlan *plan, const MusterImportOptions *options, MusterProblemDecision decision, guint row, int column)
{
  MusterImportProblem *self = g_object_new (MUSTER_TYPE_IMPORT_PROBLEM, NULL);

  self->kind = MUSTER_PROBLEM_DECIDED;
  self->decision = decision;
  self->row = row;
  self->column = column;
  self->line = muster_sheet_get_line (plan->sheet, row);
  self->name = muster_import_plan_dup_name (plan, row);
  describe_decision (self, plan, options);
  return self;
}

MusterProblemKind
muster_import_problem_get_kind (MusterImportProblem *self)
{
  return self->kind;
}

MusterProblemDecision
muster_import_problem_get_decision (MusterImportProblem *self)
{
  return self->decision;
}

guint
muster_import_problem_get_row (MusterImportProblem *self)
{
  return self->row;
}

guint
muster_import_problem_get_line (MusterImportProblem *self)
{
  return self->line;
}

int
muster_import_problem_get_column (MusterImportProblem *self)
{
  return self->column;
}

const char *
muster_import_problem_get_name (MusterImportProblem *self)
{
  return self->name;
}

const char *
muster_import_problem_get_header (MusterImportProblem *self)
{
  return self->header;
}

const char *
muster_import_problem_get_value (MusterImportProblem *self)
{
  return self->value;
}

const char *
muster_import_problem_get_message (MusterImportProblem *self)
{
  return self->message;
}

const char *
muster_import_problem_get_fix (MusterImportProblem *self)
{
  return self->fix;
}

const char *
muster_import_problem_get_rule (MusterImportProblem *self)
{
  return self->rule;
}

gboolean
muster_import_problem_is_contradicted (MusterImportProblem *self)
{
  return self->is_contradicted;
}

gint64
muster_import_problem_get_person (MusterImportProblem *self)
{
  return self->person;
}

/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-problem-heading.h"

#include <glib/gi18n-lib.h>

#include "domain/muster-import-rule.h"

struct _MusterImportProblemHeading
{
  AdwBin parent_instance;

  MusterImportProblem *first;
  GtkLabel *title;
  GtkButton *take_button;
  GtkButton *not_same_button;
  GtkButton *leave_out_button;
};

enum
{
  ANSWERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportProblemHeading, muster_import_problem_heading, ADW_TYPE_BIN)

static const char *const decision_titles[] = {
  [MUSTER_PROBLEM_FIXED] = N_("Read otherwise than the file has it"),
  [MUSTER_PROBLEM_LEFT_OUT] = N_("Rows left out"),
  [MUSTER_PROBLEM_ANSWERED] = N_("Whom a row is about"),
};

static void
answer (MusterImportProblemHeading *self, MusterProblemAnswer what)
{
  g_autoptr (MusterImportProblem) first = self->first != NULL ? g_object_ref (self->first) : NULL;

  if (first != NULL)
    g_signal_emit (self, signals[ANSWERED], 0, first, (guint) what);
}

static void
take_cb (MusterImportProblemHeading *self)
{
  answer (self, MUSTER_ANSWER_TAKE_FIX);
}

static void
not_same_cb (MusterImportProblemHeading *self)
{
  answer (self, MUSTER_ANSWER_NOT_SAME);
}

static void
leave_out_cb (MusterImportProblemHeading *self)
{
  answer (self, MUSTER_ANSWER_LEAVE_OUT);
}

static char *
dup_title (MusterImportProblem *first, guint n)
{
  gboolean decided = muster_import_problem_get_kind (first) == MUSTER_PROBLEM_DECIDED;
  const char *what = decided ? _(decision_titles[muster_import_problem_get_decision (first)]) : muster_import_rule_get_label (muster_import_problem_get_rule (first));
  const char *header = muster_import_problem_get_header (first);

  if (header != NULL && *header != '\0')
    /* Translators: a column of the file, what is wrong there, and in how many rows: “NPN: damaged by a spreadsheet · 23” */
    return g_strdup_printf (_("%s: %s · %'u"), header, what, n);
  return g_strdup_printf ("%s · %'u", what, n);
}

static void
muster_import_problem_heading_dispose (GObject *object)
{
  MusterImportProblemHeading *self = MUSTER_IMPORT_PROBLEM_HEADING (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_IMPORT_PROBLEM_HEADING);
  g_clear_object (&self->first);
  G_OBJECT_CLASS (muster_import_problem_heading_parent_class)->dispose (object);
}

static void
muster_import_problem_heading_class_init (MusterImportProblemHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_problem_heading_dispose;
  signals[ANSWERED] = g_signal_new ("answered", MUSTER_TYPE_IMPORT_PROBLEM_HEADING, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    MUSTER_TYPE_IMPORT_PROBLEM, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-problem-heading.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemHeading, title);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemHeading, take_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemHeading, not_same_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemHeading, leave_out_button);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_same_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_out_cb);
}

static void
muster_import_problem_heading_init (MusterImportProblemHeading *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_import_problem_heading_new (void)
{
  return g_object_new (MUSTER_TYPE_IMPORT_PROBLEM_HEADING, NULL);
}

void
muster_import_problem_heading_show (MusterImportProblemHeading *self, MusterImportProblem *first, guint n)
{
  g_autofree char *title = NULL, *take = NULL, *not_same = NULL, *leave_out = NULL;
  gboolean decided;

  g_return_if_fail (MUSTER_IS_IMPORT_PROBLEM_HEADING (self));
  g_set_object (&self->first, first);
  if (first == NULL)
    return;
  decided = muster_import_problem_get_kind (first) == MUSTER_PROBLEM_DECIDED;
  title = dup_title (first, n);
  take = g_strdup_printf (_("Fix All %'u"), n);
  leave_out = g_strdup_printf (_("Leave Out All %'u"), n);
  not_same = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not the Same", "None of the %'u Are the Same", n), n);
  gtk_label_set_text (self->title, title);
  gtk_button_set_label (self->take_button, take);
  gtk_button_set_label (self->not_same_button, not_same);
  gtk_button_set_label (self->leave_out_button, leave_out);
  gtk_widget_set_visible (GTK_WIDGET (self->take_button), !decided && n > 1 && muster_import_problem_get_fix (first) != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->not_same_button), n > 1 && muster_import_problem_get_kind (first) == MUSTER_PROBLEM_QUESTION);
  gtk_widget_set_visible (GTK_WIDGET (self->leave_out_button), !decided && n > 1 && muster_import_problem_get_row (first) != MUSTER_FINDING_NO_ROW);
}

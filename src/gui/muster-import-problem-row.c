/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-problem-row.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/muster-text.h"

struct _MusterImportProblemRow
{
  GtkBox parent_instance;

  MusterImportProblem *problem;
  GtkLabel *message;
  GtkLabel *place;
  GtkButton *take_button;
  GtkWidget *keep_button;
  GtkWidget *same_button;
  GtkWidget *not_same_button;
  GtkWidget *edit_button;
  GtkWidget *leave_out_button;
  GtkWidget *undo_button;
};

enum
{
  ANSWERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportProblemRow, muster_import_problem_row, GTK_TYPE_BOX)

static char *
dup_place (MusterImportProblem *problem)
{
  const char *name = muster_import_problem_get_name (problem), *header = muster_import_problem_get_header (problem), *value = muster_import_problem_get_value (problem);
  GString *place = g_string_new (NULL);

  if (name != NULL)
    g_string_append_printf (place, "%s · ", name);
  g_string_append_printf (place, _("Line %u"), muster_import_problem_get_line (problem));
  if (header != NULL && *header != '\0')
    g_string_append_printf (place, " · %s", header);
  if (value != NULL && *value != '\0')
    {
      g_autofree char *quoted = muster_text_dup_quoted (value);

      g_string_append_printf (place, " · %s", quoted);
    }
  return g_string_free_and_steal (place);
}

static void
answer (MusterImportProblemRow *self, MusterProblemAnswer what)
{
  g_autoptr (MusterImportProblem) problem = self->problem != NULL ? g_object_ref (self->problem) : NULL;

  if (problem != NULL)
    g_signal_emit (self, signals[ANSWERED], 0, problem, (guint) what);
}

static void
take_cb (MusterImportProblemRow *self)
{
  answer (self, MUSTER_ANSWER_TAKE_FIX);
}

static void
keep_cb (MusterImportProblemRow *self)
{
  answer (self, MUSTER_ANSWER_KEEP);
}

static void
same_cb (MusterImportProblemRow *self)
{
  answer (self, MUSTER_ANSWER_SAME);
}

static void
not_same_cb (MusterImportProblemRow *self)
{
  answer (self, MUSTER_ANSWER_NOT_SAME);
}

static void
edit_cb (MusterImportProblemRow *self)
{
  answer (self, MUSTER_ANSWER_EDIT);
}

static void
leave_out_cb (MusterImportProblemRow *self)
{
  answer (self, MUSTER_ANSWER_LEAVE_OUT);
}

static void
undo_cb (MusterImportProblemRow *self)
{
  answer (self, MUSTER_ANSWER_UNDO);
}

static void
show_buttons (MusterImportProblemRow *self)
{
  MusterProblemKind kind = muster_import_problem_get_kind (self->problem);
  gboolean decided = kind == MUSTER_PROBLEM_DECIDED, question = kind == MUSTER_PROBLEM_QUESTION;
  gboolean whole_column = muster_import_problem_get_row (self->problem) == MUSTER_FINDING_NO_ROW;
  const char *fix = muster_import_problem_get_fix (self->problem);
  g_autofree char *take = fix != NULL ? g_strdup_printf (_("Take “%s”"), fix) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->take_button), take != NULL);
  if (take != NULL)
    gtk_button_set_label (self->take_button, take);
  gtk_widget_set_visible (self->keep_button, !decided && muster_import_problem_is_contradicted (self->problem));
  gtk_widget_set_visible (self->same_button, question);
  gtk_widget_set_visible (self->not_same_button, question);
  gtk_widget_set_visible (self->edit_button, !decided && !whole_column);
  gtk_widget_set_visible (self->leave_out_button, !decided && !whole_column);
  gtk_widget_set_visible (self->undo_button, decided);
}

static void
muster_import_problem_row_dispose (GObject *object)
{
  MusterImportProblemRow *self = MUSTER_IMPORT_PROBLEM_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_IMPORT_PROBLEM_ROW);
  g_clear_object (&self->problem);
  G_OBJECT_CLASS (muster_import_problem_row_parent_class)->dispose (object);
}

static void
muster_import_problem_row_class_init (MusterImportProblemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_problem_row_dispose;
  signals[ANSWERED] = g_signal_new ("answered", MUSTER_TYPE_IMPORT_PROBLEM_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                    MUSTER_TYPE_IMPORT_PROBLEM, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-problem-row.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemRow, message);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemRow, place);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemRow, take_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemRow, keep_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemRow, same_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemRow, not_same_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemRow, edit_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemRow, leave_out_button);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblemRow, undo_button);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, same_cb);
  gtk_widget_class_bind_template_callback (widget_class, not_same_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
}

static void
muster_import_problem_row_init (MusterImportProblemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
muster_import_problem_row_new (void)
{
  return g_object_new (MUSTER_TYPE_IMPORT_PROBLEM_ROW, NULL);
}

void
muster_import_problem_row_show (MusterImportProblemRow *self, MusterImportProblem *problem)
{
  g_autofree char *place = problem != NULL ? dup_place (problem) : NULL;

  g_return_if_fail (MUSTER_IS_IMPORT_PROBLEM_ROW (self));
  g_set_object (&self->problem, problem);
  if (problem == NULL)
    return;
  gtk_label_set_text (self->message, muster_import_problem_get_message (problem));
  gtk_label_set_text (self->place, place);
  show_buttons (self);
}

char *
muster_import_problem_dup_spoken (MusterImportProblem *problem)
{
  g_autofree char *place = dup_place (problem);

  return g_strdup_printf ("%s: %s", place, muster_import_problem_get_message (problem));
}

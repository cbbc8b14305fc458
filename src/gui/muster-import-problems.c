/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-import-problems.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-fix-dialog.h"
#include "gui/muster-import-problem-heading.h"
#include "gui/muster-list-top.h"
#include "gui/muster-tile.h"

struct _MusterImportProblems
{
  AdwBin parent_instance;

  MusterImportPlan *plan;
  MusterImportOptions *options;
  MusterImportProblemModel *model;
  AdwWrapBox *tiles;
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  guint answered; /* where in the list the last answer was given; GTK_INVALID_LIST_POSITION: nowhere */
  guint edited;   /* the same, of an answer that a dialog waits for */
  MusterTile *kind_tiles[MUSTER_N_PROBLEM_KINDS];
};

enum
{
  CHANGED,
  SETTLED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MusterImportProblems, muster_import_problems, ADW_TYPE_BIN)

static const char *const kind_labels[MUSTER_N_PROBLEM_KINDS] = {
  [MUSTER_PROBLEM_ERROR] = N_("Errors"),
  [MUSTER_PROBLEM_QUESTION] = N_("Questions"),
  [MUSTER_PROBLEM_WARNING] = N_("Warnings"),
  [MUSTER_PROBLEM_DECIDED] = N_("Decided"),
};

static guint
count (MusterImportProblems *self, MusterProblemKind kind)
{
  return muster_import_problem_model_count (self->model, kind);
}

static void
show_kind (MusterImportProblems *self, MusterProblemKind kind)
{
  if (kind != muster_import_problem_model_get_kind (self->model))
    muster_list_top_go (self->scroller);
  muster_import_problem_model_set_kind (self->model, kind);
  gtk_stack_set_visible_child_name (self->stack, count (self, kind) > 0 ? "list" : "none");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->kind_tiles[kind]), TRUE);
}

/* What needs a person comes first. */
static MusterProblemKind
choose_kind (MusterImportProblems *self)
{
  MusterProblemKind kind = muster_import_problem_model_get_kind (self->model);

  for (guint other = 0; count (self, kind) == 0 && other < MUSTER_N_PROBLEM_KINDS; other++)
    if (count (self, other) > 0)
      return other;
  return kind;
}

static void
announce (MusterImportProblems *self)
{
  g_autofree char *text = muster_import_problems_dup_left (self);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* On to what stands in the place of what was answered: whoever works by keyboard goes through the list, and not back to its beginning each time. */
static void
go_on (MusterImportProblems *self, gboolean same_kind)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model)), position = same_kind ? self->answered : 0;

  if (self->answered == GTK_INVALID_LIST_POSITION)
    return;
  self->answered = GTK_INVALID_LIST_POSITION;
  if (n == 0 || !muster_import_problems_has_any (self))
    {
      g_signal_emit (self, signals[SETTLED], 0);
      return;
    }
  /* This only says which row has the focus when the list gets it. */
  gtk_list_view_scroll_to (self->view, MIN (position, n - 1), GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
changed (MusterImportProblems *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fixed_cb (MusterImportProblems *self, guint row, guint column, const char *text)
{
  muster_import_options_fix (self->options, row, column, text);
  self->answered = self->edited;
  changed (self);
}

static void
edit (MusterImportProblems *self, MusterImportProblem *problem)
{
  AdwDialog *dialog = muster_fix_dialog_new (self->plan, self->options, muster_import_problem_get_row (problem), muster_import_problem_get_column (problem));

  self->edited = muster_import_problem_model_find (self->model, problem);
  g_signal_connect_object (dialog, "fixed", G_CALLBACK (fixed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
take_back (MusterImportProblems *self, MusterImportProblem *problem)
{
  guint row = muster_import_problem_get_row (problem);

  switch (muster_import_problem_get_decision (problem))
    {
    case MUSTER_PROBLEM_FIXED:
      muster_import_options_fix (self->options, row, muster_import_problem_get_column (problem), NULL);
      break;
    case MUSTER_PROBLEM_LEFT_OUT:
      muster_import_options_leave_out (self->options, row, FALSE);
      break;
    case MUSTER_PROBLEM_ANSWERED:
    default:
      muster_import_options_decide (self->options, row, 0);
      break;
    }
}

/* What @problem is about: it may be older than the plan, where its number is another’s by now. */
static MusterFinding
describe (MusterImportProblem *problem)
{
  return (MusterFinding) {
    .row = muster_import_problem_get_row (problem),
    .line = muster_import_problem_get_line (problem),
    .other_row = MUSTER_FINDING_NO_ROW,
    .column_index = muster_import_problem_get_column (problem),
    .value = (char *) muster_import_problem_get_value (problem),
    .rule = (char *) muster_import_problem_get_rule (problem),
    .fix = (char *) muster_import_problem_get_fix (problem),
  };
}

static void
answered_cb (MusterImportProblems *self, MusterImportProblem *problem, guint answer)
{
  guint row = muster_import_problem_get_row (problem);
  const MusterFinding finding = describe (problem);

  switch (answer)
    {
    case MUSTER_ANSWER_EDIT:
      edit (self, problem);
      return;
    case MUSTER_ANSWER_TAKE_FIX:
      muster_import_options_take (self->options, self->plan, &finding);
      break;
    case MUSTER_ANSWER_KEEP:
      muster_import_options_keep (self->options, self->plan, row);
      break;
    case MUSTER_ANSWER_LEAVE_OUT:
      muster_import_options_leave_out (self->options, row, TRUE);
      break;
    case MUSTER_ANSWER_SAME:
      muster_import_options_decide (self->options, row, muster_import_problem_get_person (problem));
      break;
    case MUSTER_ANSWER_NOT_SAME:
      muster_import_options_decide (self->options, row, MUSTER_IMPORT_NOT_THE_SAME);
      break;
    case MUSTER_ANSWER_UNDO:
    default:
      take_back (self, problem);
      break;
    }
  self->answered = muster_import_problem_model_find (self->model, problem);
  changed (self);
}

static void
all_answered_cb (MusterImportProblems *self, MusterImportProblem *first, guint answer)
{
  const MusterFinding finding = describe (first);

  if (answer == MUSTER_ANSWER_TAKE_FIX)
    muster_import_options_fix_alike (self->options, self->plan, &finding);
  else if (answer == MUSTER_ANSWER_NOT_SAME)
    muster_import_options_tell_apart (self->options, self->plan, finding.rule);
  else
    muster_import_options_leave_out_alike (self->options, self->plan, &finding);
  self->answered = muster_import_problem_model_find (self->model, first);
  changed (self);
}

static void
row_setup_cb (MusterImportProblems *self, GtkListItem *item)
{
  GtkWidget *row = muster_import_problem_row_new ();

  g_signal_connect_object (row, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
row_bind_cb (MusterImportProblems *self, GtkListItem *item)
{
  MusterImportProblem *problem = gtk_list_item_get_item (item);
  g_autofree char *spoken = muster_import_problem_dup_spoken (problem);

  gtk_list_item_set_accessible_label (item, spoken);
  muster_import_problem_row_show (MUSTER_IMPORT_PROBLEM_ROW (gtk_list_item_get_child (item)), problem);
}

static void
row_unbind_cb (MusterImportProblems *self, GtkListItem *item)
{
  muster_import_problem_row_show (MUSTER_IMPORT_PROBLEM_ROW (gtk_list_item_get_child (item)), NULL);
}

static void
heading_setup_cb (MusterImportProblems *self, GtkListHeader *header)
{
  GtkWidget *heading = muster_import_problem_heading_new ();

  g_signal_connect_object (heading, "answered", G_CALLBACK (all_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_list_header_set_child (header, heading);
}

static void
heading_bind_cb (MusterImportProblems *self, GtkListHeader *header)
{
  muster_import_problem_heading_show (MUSTER_IMPORT_PROBLEM_HEADING (gtk_list_header_get_child (header)), gtk_list_header_get_item (header),
                                      gtk_list_header_get_n_items (header));
}

static void
heading_unbind_cb (MusterImportProblems *self, GtkListHeader *header)
{
  muster_import_problem_heading_show (MUSTER_IMPORT_PROBLEM_HEADING (gtk_list_header_get_child (header)), NULL, 0);
}

static void
tile_cb (MusterImportProblems *self, GtkToggleButton *tile)
{
  for (guint kind = 0; kind < MUSTER_N_PROBLEM_KINDS; kind++)
    if (GTK_TOGGLE_BUTTON (self->kind_tiles[kind]) == tile && gtk_toggle_button_get_active (tile))
      show_kind (self, kind);
}

static void
add_tiles (MusterImportProblems *self)
{
  for (guint kind = 0; kind < MUSTER_N_PROBLEM_KINDS; kind++)
    {
      GtkWidget *tile = muster_tile_new (_(kind_labels[kind]));

      self->kind_tiles[kind] = MUSTER_TILE (tile);
      if (kind > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tile), GTK_TOGGLE_BUTTON (self->kind_tiles[0]));
      g_signal_connect_object (tile, "toggled", G_CALLBACK (tile_cb), self, G_CONNECT_SWAPPED);
      adw_wrap_box_append (self->tiles, tile);
    }
}

static void
muster_import_problems_dispose (GObject *object)
{
  MusterImportProblems *self = MUSTER_IMPORT_PROBLEMS (object);

  /* The list asks for its rows while it goes, and they read the plan. */
  if (self->model != NULL)
    muster_import_problem_model_set_plan (self->model, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_IMPORT_PROBLEMS);
  g_clear_object (&self->model);
  g_clear_pointer (&self->plan, muster_import_plan_free);
  G_OBJECT_CLASS (muster_import_problems_parent_class)->dispose (object);
}

static void
muster_import_problems_class_init (MusterImportProblemsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_import_problems_dispose;
  signals[CHANGED] = g_signal_new ("changed", MUSTER_TYPE_IMPORT_PROBLEMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SETTLED] = g_signal_new ("settled", MUSTER_TYPE_IMPORT_PROBLEMS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-import-problems.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblems, tiles);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblems, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblems, scroller);
  gtk_widget_class_bind_template_child (widget_class, MusterImportProblems, view);
  gtk_widget_class_bind_template_callback (widget_class, row_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, heading_unbind_cb);
}

static void
muster_import_problems_init (MusterImportProblems *self)
{
  g_autoptr (GtkSelectionModel) none = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->answered = self->edited = GTK_INVALID_LIST_POSITION;
  add_tiles (self);
  self->model = muster_import_problem_model_new ();
  none = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_list_view_set_model (self->view, none);
}

void
muster_import_problems_set_plan (MusterImportProblems *self, MusterImportPlan *plan, MusterImportOptions *options)
{
  MusterProblemKind was = muster_import_problem_model_get_kind (self->model);
  gboolean again;

  g_return_if_fail (MUSTER_IS_IMPORT_PROBLEMS (self));
  again = self->plan != NULL && self->options == options;
  if (!again)
    muster_import_problem_model_set_kind (self->model, MUSTER_PROBLEM_ERROR);
  muster_import_problem_model_set_plan (self->model, plan, options);
  g_clear_pointer (&self->plan, muster_import_plan_free);
  self->plan = plan;
  self->options = options;
  for (guint kind = 0; kind < MUSTER_N_PROBLEM_KINDS; kind++)
    {
      muster_tile_set_count (self->kind_tiles[kind], count (self, kind));
      gtk_widget_set_sensitive (GTK_WIDGET (self->kind_tiles[kind]), count (self, kind) > 0);
    }
  show_kind (self, choose_kind (self));
  if (!again)
    {
      self->answered = GTK_INVALID_LIST_POSITION;
      muster_list_top_go (self->scroller);
      return;
    }
  announce (self);
  go_on (self, was == muster_import_problem_model_get_kind (self->model));
}

char *
muster_import_problems_dup_left (MusterImportProblems *self)
{
  guint errors = count (self, MUSTER_PROBLEM_ERROR), questions = count (self, MUSTER_PROBLEM_QUESTION);
  g_autofree char *first = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u error left", "%'u errors left", errors), errors);
  g_autofree char *second = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%'u question left", "%'u questions left", questions), questions);

  if (errors > 0 && questions > 0)
    return g_strdup_printf ("%s, %s", first, second);
  if (errors + questions == 0)
    return g_strdup (_("No errors or questions left"));
  return errors > 0 ? g_steal_pointer (&first) : g_steal_pointer (&second);
}

void
muster_import_problems_clear (MusterImportProblems *self)
{
  g_return_if_fail (MUSTER_IS_IMPORT_PROBLEMS (self));
  muster_import_problem_model_set_plan (self->model, NULL, NULL);
  g_clear_pointer (&self->plan, muster_import_plan_free);
  self->options = NULL;
}

MusterImportPlan *
muster_import_problems_get_plan (MusterImportProblems *self)
{
  return self->plan;
}

gboolean
muster_import_problems_has_any (MusterImportProblems *self)
{
  return count (self, MUSTER_PROBLEM_ERROR) + count (self, MUSTER_PROBLEM_QUESTION) + count (self, MUSTER_PROBLEM_WARNING) > 0;
}

void
muster_import_problems_set_busy (MusterImportProblems *self, gboolean busy)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
}

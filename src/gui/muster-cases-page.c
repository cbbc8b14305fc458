/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-cases-page.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-case-model.h"
#include "gui/muster-case-row.h"
#include "gui/muster-tile.h"

typedef struct
{
  MusterCaseTile tile;
  const char *label;
  const char *empty_title;
  const char *empty_text;
} Tile;

static const Tile action_tiles[] = {
  { MUSTER_CASE_TILE_OPEN, NC_("tile", "Open"), N_("No Open Corrective Actions"), N_("What was found and what is done about it stands here. Open one from the page of a person.") },
  { MUSTER_CASE_TILE_OVERDUE, NC_("tile", "Overdue"), N_("Nothing Is Overdue"), N_("Corrective actions past the day they were due would be here.") },
  { MUSTER_CASE_TILE_WEEK, NC_("tile", "Due this week"), N_("Nothing Is Due This Week"), N_("Corrective actions due within seven days would be here.") },
  { MUSTER_CASE_TILE_CLOSED, NC_("tile", "Closed in 90 days"), N_("None Closed Lately"), N_("Corrective actions closed within the last 90 days would be here.") },
  { MUSTER_CASE_TILE_ALL, NC_("tile", "All"), N_("No Corrective Actions Yet"), N_("What was found and what is done about it stands here. Open one from the page of a person.") },
};

static const Tile decision_tiles[] = {
  { MUSTER_CASE_TILE_OPEN, NC_("tile", "Waiting"), N_("No Decisions Waiting"), N_("Proposals to revoke or to suspend for cause wait here for a second person.") },
  { MUSTER_CASE_TILE_APPROVED, NC_("tile", "Approved"), N_("No Decisions Approved"), N_("Revocations and suspensions for cause that a second person approved would be here.") },
  { MUSTER_CASE_TILE_REFUSED, NC_("tile", "Refused"), N_("No Proposals Refused"), N_("Proposals that a second person refused would be here, with the reason.") },
  { MUSTER_CASE_TILE_ALL, NC_("tile", "All"), N_("No Decisions Yet"), N_("Revocations and suspensions for cause stand here. Propose one from the page of a person.") },
};

static const Tile incident_tiles[] = {
  { MUSTER_CASE_TILE_OPEN, NC_("incident tile", "Open"), N_("No Open Incidents"), N_("What happened, and whom it is to be reported to, stands here. An incident is recorded in a sentence and completed later.") },
  { MUSTER_CASE_TILE_OVERDUE, NC_("incident tile", "Report late"), N_("No Late Reports"), N_("Incidents with a report past its time would be here.") },
  { MUSTER_CASE_TILE_WEEK, NC_("incident tile", "Due this week"), N_("Nothing Is Due This Week"), N_("Incidents with a report due within seven days would be here.") },
  { MUSTER_CASE_TILE_CLOSED, NC_("incident tile", "Closed in 90 days"), N_("None Closed Lately"), N_("Incidents closed within the last 90 days would be here.") },
  { MUSTER_CASE_TILE_ALL, NC_("incident tile", "All"), N_("No Incidents Yet"), N_("What happened, and whom it is to be reported to, stands here. An incident is recorded in a sentence and completed later.") },
};

/* By kind. */
static const struct
{
  const char *title;
  const char *action;
  const char *context; /* of the words on the tiles: languages tell what they are said of */
  const Tile *tiles;
  guint n_tiles;
} kinds[] = {
  [MUSTER_CASE_ACTION] = { N_("Corrective Actions"), "win.open-action", "tile", action_tiles, G_N_ELEMENTS (action_tiles) },
  [MUSTER_CASE_DECISION] = { N_("Decisions"), "win.open-decision", "tile", decision_tiles, G_N_ELEMENTS (decision_tiles) },
  [MUSTER_CASE_INCIDENT] = { N_("Incidents"), "win.open-incident", "incident tile", incident_tiles, G_N_ELEMENTS (incident_tiles) },
};

struct _MusterCasesPage
{
  AdwNavigationPage parent_instance;

  GtkSearchBar *search_bar;
  GtkEditable *search;
  AdwWrapBox *tiles;
  GtkStack *stack;
  GtkListView *list;
  AdwStatusPage *empty;
  GtkWidget *record_button;
  GtkWidget *first_button;

  MusterCaseModel *model;
  MusterCaseKind kind;
  const Tile *definitions;
  guint n_tiles;
  guint chosen; /* index into definitions */
  GtkToggleButton *buttons[MUSTER_N_CASE_TILES];
  char *sought; /* folded */
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (MusterCasesPage, muster_cases_page, ADW_TYPE_NAVIGATION_PAGE)

static void
show_counts (MusterCasesPage *self)
{
  for (guint i = 0; i < self->n_tiles; i++)
    {
      guint count;

      if (muster_case_model_count (self->model, self->definitions[i].tile, &count))
        muster_tile_set_count (MUSTER_TILE (self->buttons[i]), count);
    }
}

static void
show_stack (MusterCasesPage *self)
{
  const Tile *tile = &self->definitions[self->chosen];
  gboolean searching = self->sought[0] != '\0';

  if (!self->ready)
    return;
  adw_status_page_set_icon_name (self->empty, searching ? "system-search-symbolic" : "object-select-symbolic");
  adw_status_page_set_title (self->empty, searching ? _("Nothing Found") : _(tile->empty_title));
  adw_status_page_set_description (self->empty, searching ? _("Try another number, name or word.") : _(tile->empty_text));
  gtk_widget_set_visible (self->first_button, !searching && gtk_widget_get_visible (self->record_button) && (tile->tile == MUSTER_CASE_TILE_OPEN || tile->tile == MUSTER_CASE_TILE_ALL));
  gtk_stack_set_visible_child_name (self->stack, muster_cases_page_get_n_rows (self) > 0 ? "list" : "empty");
}

static void
painted_cb (GdkFrameClock *clock, MusterCasesPage *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  muster_case_model_show_rest (self->model);
}

/* The first screenful is seen before the rest is made. */
static void
show_rest_later (MusterCasesPage *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->list));

  if (!muster_case_model_has_rest (self->model))
    return;
  if (clock != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    g_signal_connect_object (clock, "after-paint", G_CALLBACK (painted_cb), self, 0);
  else
    muster_case_model_show_rest (self->model);
}

static void
choose (MusterCasesPage *self)
{
  muster_case_model_choose (self->model, self->definitions[self->chosen].tile, self->sought);
  show_stack (self);
  show_rest_later (self);
}

static void
loaded_cb (MusterCasesPage *self)
{
  self->ready = TRUE;
  show_counts (self);
  show_stack (self);
  show_rest_later (self);
}

static void
failed_cb (MusterCasesPage *self, const char *message)
{
  g_autofree char *text = g_markup_escape_text (message, -1);

  self->ready = TRUE;
  gtk_widget_set_visible (self->first_button, FALSE);
  adw_status_page_set_icon_name (self->empty, "dialog-warning-symbolic");
  adw_status_page_set_title (self->empty, _("The Cases Cannot Be Read"));
  adw_status_page_set_description (self->empty, text);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
tile_toggled_cb (GtkToggleButton *button, MusterCasesPage *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < self->n_tiles; i++)
    if (self->buttons[i] == button)
      self->chosen = i;
  choose (self);
}

static void
search_changed_cb (MusterCasesPage *self)
{
  g_free (self->sought);
  self->sought = muster_text_fold (gtk_editable_get_text (self->search));
  choose (self);
}

static void
activated_cb (MusterCasesPage *self, guint position)
{
  MusterCaseItem *item = muster_case_model_get_case (self->model, position);

  if (item != NULL && !muster_case_item_is_gone (item))
    gtk_widget_activate_action (GTK_WIDGET (self), kinds[self->kind].action, "x", muster_case_item_get_id (item));
}

static void
setup_row_cb (GtkListItemFactory *factory, GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, muster_case_row_new ());
}

static void
show_row (GtkListItem *list_item, MusterCaseModel *model)
{
  MusterCaseItem *item = muster_case_model_get_case (model, gtk_list_item_get_position (list_item));
  g_autofree char *label = item != NULL ? muster_case_item_dup_line (item) : NULL;

  if (item == NULL)
    return;
  muster_case_row_show (MUSTER_CASE_ROW (gtk_list_item_get_child (list_item)), item);
  gtk_list_item_set_accessible_label (list_item, label);
}

static void
bind_row_cb (GtkListItemFactory *factory, GtkListItem *list_item, MusterCasesPage *self)
{
  g_signal_connect_swapped (self->model, "lines-changed", G_CALLBACK (show_row), list_item);
  show_row (list_item, self->model);
}

static void
unbind_row_cb (GtkListItemFactory *factory, GtkListItem *list_item, MusterCasesPage *self)
{
  g_signal_handlers_disconnect_by_func (self->model, show_row, list_item);
}

static void
muster_cases_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), MUSTER_TYPE_CASES_PAGE);
  G_OBJECT_CLASS (muster_cases_page_parent_class)->dispose (object);
}

static void
muster_cases_page_finalize (GObject *object)
{
  MusterCasesPage *self = MUSTER_CASES_PAGE (object);

  g_clear_object (&self->model);
  g_free (self->sought);
  G_OBJECT_CLASS (muster_cases_page_parent_class)->finalize (object);
}

static void
muster_cases_page_class_init (MusterCasesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_cases_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = muster_cases_page_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-cases-page.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterCasesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, MusterCasesPage, search);
  gtk_widget_class_bind_template_child (widget_class, MusterCasesPage, tiles);
  gtk_widget_class_bind_template_child (widget_class, MusterCasesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, MusterCasesPage, list);
  gtk_widget_class_bind_template_child (widget_class, MusterCasesPage, empty);
  gtk_widget_class_bind_template_child (widget_class, MusterCasesPage, record_button);
  gtk_widget_class_bind_template_child (widget_class, MusterCasesPage, first_button);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
}

static void
muster_cases_page_init (MusterCasesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->sought = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, self->search);
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_row_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_row_cb), self);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_row_cb), self);
  gtk_list_view_set_factory (self->list, factory);
}

static void
add_tile (MusterCasesPage *self, guint i)
{
  self->buttons[i] = GTK_TOGGLE_BUTTON (muster_tile_new (g_dpgettext2 (GETTEXT_PACKAGE, kinds[self->kind].context, self->definitions[i].label)));
  gtk_toggle_button_set_group (self->buttons[i], i > 0 ? self->buttons[0] : NULL);
  adw_wrap_box_append (self->tiles, GTK_WIDGET (self->buttons[i]));
}

static void
fill (MusterCasesPage *self)
{
  g_autoptr (GtkSelectionModel) selection = NULL;

  for (guint i = 0; i < self->n_tiles; i++)
    add_tile (self, i);
  gtk_toggle_button_set_active (self->buttons[0], TRUE);
  for (guint i = 0; i < self->n_tiles; i++)
    g_signal_connect_object (self->buttons[i], "toggled", G_CALLBACK (tile_toggled_cb), self, 0);
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))));
  gtk_list_view_set_model (self->list, selection);
}

static AdwNavigationPage *
page_new (MusterStore *store, MusterCaseKind kind)
{
  MusterCasesPage *self = g_object_new (MUSTER_TYPE_CASES_PAGE, "title", _(kinds[kind].title), NULL);

  self->kind = kind;
  self->definitions = kinds[kind].tiles;
  self->n_tiles = kinds[kind].n_tiles;
  gtk_widget_set_visible (self->record_button, kind == MUSTER_CASE_INCIDENT && muster_store_may (store, "record-incident"));
  self->model = muster_case_model_new (store, kind);
  fill (self);
  choose (self);
  g_signal_connect_object (self->model, "loaded", G_CALLBACK (loaded_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  return ADW_NAVIGATION_PAGE (self);
}

AdwNavigationPage *
muster_cases_page_new_actions (MusterStore *store)
{
  return page_new (store, MUSTER_CASE_ACTION);
}

AdwNavigationPage *
muster_cases_page_new_decisions (MusterStore *store)
{
  return page_new (store, MUSTER_CASE_DECISION);
}

AdwNavigationPage *
muster_cases_page_new_incidents (MusterStore *store)
{
  return page_new (store, MUSTER_CASE_INCIDENT);
}

void
muster_cases_page_search (MusterCasesPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

gboolean
muster_cases_page_is_ready (MusterCasesPage *self)
{
  return muster_case_model_is_ready (self->model);
}

guint
muster_cases_page_get_n_rows (MusterCasesPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

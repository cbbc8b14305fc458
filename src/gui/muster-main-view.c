/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-main-view.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-answer-page.h"
#include "gui/muster-import-page.h"
#include "gui/muster-lists-page.h"
#include "gui/muster-page-focus.h"
#include "gui/muster-reason-dialog.h"
#include "gui/muster-today-page.h"
#include "store/muster-account-table.h"

struct _MusterMainView
{
  AdwBreakpointBin parent_instance;

  MusterStore *store;
  GHashTable *roots; /* section id → its page, kept while another section is in view */
  const MusterSection *section; /* in view */
  AdwNavigationSplitView *split_view;
  AdwNavigationPage *sidebar_page;
  AdwNavigationPage *content_page;
  AdwNavigationView *navigation;
  GtkListBox *section_list;
  GtkMenuButton *menu_button;
  AdwBanner *copy_banner;
  AdwBanner *damage_banner;
  AdwBanner *keyring_banner;
  GtkWidget *practice_strip;
  GtkLabel *agency_label;
  GtkLabel *person_label;
  GtkLabel *role_label;
};

G_DEFINE_FINAL_TYPE (MusterMainView, muster_main_view, ADW_TYPE_BREAKPOINT_BIN)

static const char *
get_section_id (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "section");
}

static GtkWidget *
section_row_new (const MusterSection *section)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(section->title));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (section->icon_name));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(section->title), -1);
  g_object_set_data (G_OBJECT (row), "section", (gpointer) section->id);
  return row;
}

static void
fill_sections (MusterMainView *self)
{
  const MusterSection *sections = muster_pages_get_sections ();

  for (guint i = 0; i < MUSTER_N_SECTIONS; i++)
    if (muster_pages_find_section (self->store, sections[i].id) != NULL)
      gtk_list_box_append (self->section_list, section_row_new (&sections[i]));
}

/* Who is in the sidebar goes along, so that a screen reader tells where they are. */
static void
select_row (MusterMainView *self, const char *id)
{
  gboolean has_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->section_list)) != NULL;
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->section_list, i)) != NULL; i++)
    if (strcmp (get_section_id (row), id) == 0)
      {
        gtk_list_box_select_row (self->section_list, row);
        if (has_focus)
          gtk_widget_grab_focus (GTK_WIDGET (row));
      }
}

static void
put_in_view (MusterMainView *self, const MusterSection *section)
{
  AdwNavigationPage *page = g_hash_table_lookup (self->roots, section->id);

  if (page == NULL)
    {
      page = g_object_ref_sink (muster_pages_new_root (section, self->store));
      g_hash_table_insert (self->roots, (gpointer) section->id, page);
    }
  self->section = section;
  adw_navigation_view_replace (self->navigation, &page, 1);
  adw_navigation_page_set_title (self->content_page, _(section->title));
}

/* What is marked in the sidebar is what is in view, by whatever key it came to be marked. */
static void
section_selected_cb (MusterMainView *self, GtkListBoxRow *row)
{
  const MusterSection *section = row != NULL ? muster_pages_find_section (self->store, get_section_id (row)) : NULL;

  if (section != NULL && section != self->section)
    put_in_view (self, section);
}

/* Who could accept another copy; %NULL where nobody is found. */
static char *
dup_administrators (MusterStore *store)
{
  MusterDatabase *database = muster_store_read (store, NULL);
  g_autoptr (GPtrArray) accounts = database != NULL ? muster_account_table_list (database, NULL) : NULL;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  if (database != NULL)
    muster_store_read_done (store, database);
  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      const MusterAccount *account = accounts->pdata[i];

      if (account->role == MUSTER_ROLE_ADMINISTRATOR && !account->disabled)
        g_strv_builder_add (names, account->full_name);
    }
  list = g_strv_builder_end (names);
  return list[0] != NULL ? g_strjoinv (", ", list) : NULL;
}

static void
fill_copy_banner (MusterMainView *self)
{
  const char *what = _("This is an older or another copy of the register than the one this computer saw last. It is only read until it is accepted.");
  gboolean may_accept = muster_store_may (self->store, "accept-copy");
  g_autofree char *administrators = may_accept ? NULL : dup_administrators (self->store);
  g_autofree char *who = NULL;

  if (!may_accept)
    /* Translators: names of people */
    who = administrators != NULL ? g_strdup_printf (_("An administrator can accept it: %s."), administrators) : g_strdup (_("An administrator can accept it."));
  if (who != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", what, who);

      adw_banner_set_title (self->copy_banner, text);
    }
  else
    adw_banner_set_title (self->copy_banner, what);
  adw_banner_set_button_label (self->copy_banner, may_accept ? _("_Accept This Copy…") : NULL);
}

static void
fill_banners (MusterMainView *self)
{
  gboolean practice = muster_store_is_practice (self->store), is_other_copy = muster_store_is_other_copy (self->store);
  const char *damage = is_other_copy ? NULL : muster_store_get_damage (self->store);

  if (is_other_copy)
    fill_copy_banner (self);
  adw_banner_set_revealed (self->copy_banner, is_other_copy);
  gtk_widget_set_visible (self->practice_strip, practice);
  if (muster_store_is_without_keyring (self->store))
    adw_banner_set_title (self->keyring_banner, _("No keyring works on this computer: when Muster is opened again it asks for the recovery key again."));
  adw_banner_set_revealed (self->keyring_banner, !practice && (!muster_store_uses_keyring (self->store) || muster_store_is_without_keyring (self->store)));
  if (damage != NULL)
    adw_banner_set_title (self->damage_banner, damage);
  adw_banner_set_revealed (self->damage_banner, damage != NULL);
  if (muster_pages_find_section (self->store, "journal") == NULL)
    adw_banner_set_button_label (self->damage_banner, NULL);
}

static void
section_activated_cb (MusterMainView *self, GtkListBoxRow *row)
{
  muster_main_view_show_section (self, get_section_id (row));
}

static void
damage_cb (MusterMainView *self)
{
  muster_main_view_show_section (self, "journal");
}

static void
accept_copy_cb (MusterMainView *self)
{
  adw_dialog_present (muster_reason_dialog_new (self->store, MUSTER_REASON_PURPOSE_ACCEPT_COPY, 0, NULL), GTK_WIDGET (self));
}

static void
muster_main_view_dispose (GObject *object)
{
  MusterMainView *self = MUSTER_MAIN_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), MUSTER_TYPE_MAIN_VIEW);
  g_clear_pointer (&self->roots, g_hash_table_unref);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (muster_main_view_parent_class)->dispose (object);
}

static void
muster_main_view_class_init (MusterMainViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = muster_main_view_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/muster/Muster/ui/muster-main-view.ui");
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, split_view);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, content_page);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, navigation);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, section_list);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, copy_banner);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, damage_banner);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, keyring_banner);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, practice_strip);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, agency_label);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, person_label);
  gtk_widget_class_bind_template_child (widget_class, MusterMainView, role_label);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, damage_cb);
}

static void
muster_main_view_init (MusterMainView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->roots = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/* Whoever signs in sees what needs them; where nothing does, and they have not gone elsewhere meanwhile, the roster. */
static void
first_read_cb (MusterMainView *self, MusterTodayPage *page)
{
  g_signal_handlers_disconnect_by_func (page, first_read_cb, self);
  if (muster_today_page_is_empty (page) && adw_navigation_view_get_visible_page (self->navigation) == ADW_NAVIGATION_PAGE (page))
    muster_main_view_show_section (self, "roster");
}

static void
show_first (MusterMainView *self)
{
  muster_main_view_show_section (self, "today");
  g_signal_connect_object (adw_navigation_view_get_visible_page (self->navigation), "read", G_CALLBACK (first_read_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
muster_main_view_new (MusterStore *store)
{
  MusterMainView *self = g_object_new (MUSTER_TYPE_MAIN_VIEW, NULL);
  const MusterAccount *account = muster_store_get_account (store);

  self->store = g_object_ref (store);
  adw_navigation_page_set_title (self->sidebar_page, muster_store_get_agency (store));
  gtk_label_set_label (self->agency_label, muster_store_get_agency (store));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->agency_label), muster_store_get_agency (store));
  gtk_label_set_label (self->person_label, account->full_name);
  gtk_label_set_label (self->role_label, muster_role_get_label (account->role));
  fill_sections (self);
  fill_banners (self);
  g_signal_connect_object (store, "changed", G_CALLBACK (fill_banners), self, G_CONNECT_SWAPPED);
  show_first (self);
  return GTK_WIDGET (self);
}

void
muster_main_view_show_section (MusterMainView *self, const char *id)
{
  const MusterSection *section = muster_pages_find_section (self->store, id);

  if (section == NULL)
    return;
  put_in_view (self, section);
  select_row (self, section->id);
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

void
muster_main_view_import (MusterMainView *self, GFile *file)
{
  AdwNavigationPage *page;

  muster_main_view_show_section (self, "import");
  page = adw_navigation_view_get_visible_page (self->navigation);
  if (MUSTER_IS_IMPORT_PAGE (page))
    muster_import_page_open_file (MUSTER_IMPORT_PAGE (page), file);
}

void
muster_main_view_compare (MusterMainView *self, GFile *file)
{
  AdwNavigationPage *page;

  muster_main_view_show_section (self, "lists");
  page = adw_navigation_view_get_visible_page (self->navigation);
  if (MUSTER_IS_LISTS_PAGE (page))
    muster_lists_page_open_file (MUSTER_LISTS_PAGE (page), file);
}

static void
push (MusterMainView *self, AdwNavigationPage *page)
{
  muster_page_focus_begin_at_start (page);
  adw_navigation_view_push (self->navigation, page);
}

void
muster_main_view_open (MusterMainView *self, MusterPageKind kind, gint64 id)
{
  g_autofree char *tag = muster_pages_dup_tag (kind, id);
  AdwNavigationPage *page;

  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  if (adw_navigation_view_find_page (self->navigation, tag) != NULL)
    {
      adw_navigation_view_pop_to_tag (self->navigation, tag);
      return;
    }
  page = muster_pages_new_detail (kind, self->store, id);
  if (page != NULL)
    push (self, page);
}

void
muster_main_view_open_on (MusterMainView *self, gint64 id, const MusterViewDay *day)
{
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  push (self, muster_answer_page_new (self->store, id, day));
}

void
muster_main_view_back (MusterMainView *self)
{
  if (!adw_navigation_view_pop (self->navigation) && adw_navigation_split_view_get_collapsed (self->split_view))
    adw_navigation_split_view_set_show_content (self->split_view, FALSE);
}

void
muster_main_view_take_focus (MusterMainView *self)
{
  GtkWidget *page = GTK_WIDGET (adw_navigation_view_get_visible_page (self->navigation));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (page != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, page)))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
activate_in_view (MusterMainView *self, const char *action)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);
}

void
muster_main_view_search (MusterMainView *self)
{
  activate_in_view (self, "page.search");
}

void
muster_main_view_export (MusterMainView *self)
{
  muster_main_view_show_section (self, "roster");
  gtk_widget_activate_action (GTK_WIDGET (adw_navigation_view_get_visible_page (self->navigation)), "roster.export", NULL);
}

void
muster_main_view_change_status (MusterMainView *self)
{
  muster_main_view_show_section (self, "roster");
  gtk_widget_activate_action (GTK_WIDGET (adw_navigation_view_get_visible_page (self->navigation)), "roster.batch", NULL);
}

void
muster_main_view_sort (MusterMainView *self)
{
  activate_in_view (self, "page.sort");
}

void
muster_main_view_print (MusterMainView *self)
{
  activate_in_view (self, "page.print");
}

void
muster_main_view_open_menu (MusterMainView *self)
{
  adw_navigation_split_view_set_show_content (self->split_view, FALSE);
  gtk_menu_button_popup (self->menu_button);
}

/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "gui/muster-certification-menu.h"

#include <glib/gi18n-lib.h>

#include "gui/muster-gui-text.h"
#include "operations/muster-certification-operations.h"
#include "operations/muster-correct-certification.h"
#include "operations/muster-transfer.h"

/* What the lifecycle, the person's state and the account's role allow together. */
static gboolean
is_offered (MusterStore *store, const MusterPersonFacts *facts, MusterCertificationVerb verb, MusterAssisterType type)
{
  const MusterOperation *operation = muster_certification_operation (verb);
  g_autoptr (GPtrArray) begun = muster_certification_list_begun (facts->events, &facts->today);
  g_autoptr (GPtrArray) planned = NULL;
  g_autoptr (GArray) superseded = NULL;

  if (operation == NULL || !muster_store_may (store, operation->name))
    return FALSE;
  return muster_certification_plan (begun, type, verb, 0, &facts->today, &planned, &superseded, NULL);
}

static void
offer_correction (MusterStore *store, const MusterPersonFacts *facts, MusterAssisterType type, GMenu *menu)
{
  g_autoptr (GPtrArray) begun = muster_certification_list_begun (facts->events, &facts->today);
  g_autoptr (GPtrArray) standing = muster_certification_list_standing (begun, type);
  g_autoptr (GMenuItem) item = NULL;

  if (standing->len == 0 || !muster_store_may (store, muster_correct_certification.name) || !muster_certification_check_correctable (standing->pdata[standing->len - 1], NULL))
    return;
  item = g_menu_item_new (_("Correct the Last Step…"), NULL);
  g_menu_item_set_action_and_target (item, "assister.correct", "i", (int) type);
  g_menu_append_item (menu, item);
}

static GMenu *
make_role_menu (MusterStore *store, const MusterPersonFacts *facts, MusterAssisterType type)
{
  GMenu *menu = g_menu_new ();

  for (guint verb = 0; verb < MUSTER_N_VERBS; verb++)
    {
      g_autofree char *label = NULL;
      g_autoptr (GMenuItem) item = NULL;

      if (!is_offered (store, facts, verb, type))
        continue;
      label = g_strconcat (muster_certification_verb_get_title (verb), "…", NULL);
      item = g_menu_item_new (label, NULL);
      g_menu_item_set_action_and_target (item, "assister.certification", "(ii)", (int) verb, (int) type);
      g_menu_append_item (menu, item);
    }
  offer_correction (store, facts, type, menu);
  return menu;
}

static void
offer_transfer (MusterStore *store, const MusterPersonFacts *facts, GMenu *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (!facts->person->active || facts->agency == NULL || !muster_store_may (store, muster_transfer.name))
    return;
  g_menu_append (section, _("Transfer to Another Agency…"), "assister.transfer");
  g_menu_append_section (menu, _("Agency"), G_MENU_MODEL (section));
}

GMenu *
muster_certification_menu_new (MusterStore *store, const MusterPersonFacts *facts)
{
  guint held = muster_certification_list_held (facts->events);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) others = g_menu_new ();

  for (guint bit = 0; bit < MUSTER_N_ASSISTER_TYPES; bit++)
    {
      const char *label = muster_assister_type_get_label (1u << bit);
      g_autoptr (GMenu) section = make_role_menu (store, facts, 1u << bit);

      if (g_menu_model_get_n_items (G_MENU_MODEL (section)) == 0)
        continue;
      if ((held & (1u << bit)) != 0)
        g_menu_append_section (menu, label, G_MENU_MODEL (section));
      else
        g_menu_append_submenu (others, label, G_MENU_MODEL (section));
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (others)) > 0)
    g_menu_append_section (menu, _("Other Roles"), G_MENU_MODEL (others));
  offer_transfer (store, facts, menu);
  return menu;
}

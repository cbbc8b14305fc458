/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/muster-store.h"

/* Which pages there are: the one place where a new page is made known to the window. */

/** MusterSection: an entry of the sidebar. @title is untranslated, marked N_(). */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon_name;
  MusterPermission permission;
} MusterSection;

#define MUSTER_N_SECTIONS 12

/** Returns: (transfer none): the sections in their order. */
const MusterSection *muster_pages_get_sections (void);
/** Returns: (nullable): the section called @id if the account of @store may see it. */
const MusterSection *muster_pages_find_section (MusterStore *store, const char *id);
/** Returns: (transfer floating): the page that @section begins with. */
AdwNavigationPage *muster_pages_new_root (const MusterSection *section, MusterStore *store);

/** MusterPageKind: what a page of its own is about. */
typedef enum
{
  MUSTER_PAGE_ASSISTER,
  MUSTER_PAGE_ACTION,
  MUSTER_PAGE_DECISION,
  MUSTER_PAGE_INCIDENT,
} MusterPageKind;

/** Returns: (transfer floating): the page of the record @id; its tag is muster_pages_dup_tag(). */
AdwNavigationPage *muster_pages_new_detail (MusterPageKind kind, MusterStore *store, gint64 id);
char *muster_pages_dup_tag (MusterPageKind kind, gint64 id);

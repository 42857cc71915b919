using System.Globalization;
using DataConnectors.Core.Inbox.Views;

namespace DataConnectors.Web.Components.Inbox.Views;

/// <summary>A view to choose.</summary>
/// <param name="Key">Names it in the address.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Filter">Which conversations it shows.</param>
/// <param name="Custom">The view as a teammate made it; null for those that every workspace has.</param>
public sealed record ViewItem(string Key, string Name, ConversationFilter Filter, InboxView? Custom)
{
    /// <summary>The views that every workspace has, then those that teammates made.</summary>
    public static IReadOnlyList<ViewItem> ListOf(IReadOnlyList<InboxView> custom) =>
        [
            .. BuiltInView.All.Select(view => new ViewItem(
                view.Key,
                view.Name,
                view.Filter,
                Custom: null
            )),
            .. custom.Select(view => new ViewItem(KeyOf(view.Id), view.Name, view.Filter, view)),
        ];

    /// <summary>How a view that a teammate made is named in the address.</summary>
    public static string KeyOf(long viewId) => viewId.ToString(CultureInfo.InvariantCulture);
}

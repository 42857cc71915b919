using DataConnectors.Core.CustomObjects;
using DataConnectors.Tests.Core.CustomObjects;
using DataConnectors.Web.Components.Settings.Data.CustomObjects;

namespace DataConnectors.Tests.Web.Components.Settings.Data.CustomObjects;

public sealed class TypeDraftTests
{
    [Theory]
    [InlineData("Order", "order")]
    [InlineData("Café  order (2)", "cafe_order_2")]
    [InlineData("2nd line", "nd_line")]
    [InlineData("注文", "")]
    public void A_key_follows_the_name(string name, string key) =>
        Assert.Equal(key, TypeDraft.KeyOf(name));

    [Fact]
    public void A_typed_key_stays_and_an_emptied_one_follows_again()
    {
        var draft = TypeDraft.New();
        draft.TypeKey("purchase");
        draft.Rename("Order");
        Assert.Equal("purchase", draft.Key);

        draft.TypeKey("");
        draft.Rename("Orders");
        Assert.Equal("orders", draft.Key);
    }

    [Fact]
    public void The_key_of_a_type_that_exists_never_changes()
    {
        var draft = TypeDraft.Of(Stored);

        draft.Rename("Purchase");

        Assert.Equal("order", draft.Key);
    }

    [Fact]
    public void What_is_left_out_is_removed_and_what_is_put_back_is_not_a_change()
    {
        var draft = TypeDraft.Of(Stored);
        Assert.False(draft.IsChanged);

        var total = draft.Attributes[1];
        draft.Attributes.RemoveAt(1);
        Assert.True(draft.IsChanged);
        Assert.Equal(["total"], draft.Removed);

        draft.Attributes.Insert(1, total);
        Assert.False(draft.IsChanged);
        Assert.Empty(draft.Removed);
    }

    private static CustomObjectTypeSummary Stored { get; } =
        new(
            7,
            "order",
            SomeOrders.Details,
            Revision: 1,
            ObjectCount: 0,
            UsedBy: [],
            DateTimeOffset.UnixEpoch
        )
        {
            UsedParts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
        };
}

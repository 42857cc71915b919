using DataConnectors.Core.CustomObjects;
using DataConnectors.Core.People;

namespace DataConnectors.Tests.Support;

/// <summary>What mappings may write in the workspace of a shop.</summary>
internal static class SomeSchema
{
    public static ObjectSchema Shop { get; } =
        new([
            new ObjectType(
                "person",
                "Person",
                IsCustom: false,
                [
                    new("email", AttributeType.Text, IsIdentity: true),
                    new("plan", AttributeType.Text, IsIdentity: false),
                    new("orders_count", AttributeType.Number, IsIdentity: false),
                    new("balance", AttributeType.Decimal, IsIdentity: false),
                    new("is_vip", AttributeType.Boolean, IsIdentity: false),
                    new("last_order_at", AttributeType.Date, IsIdentity: false),
                    new("tags", AttributeType.List, IsIdentity: false),
                ],
                References: []
            ),
            new ObjectType(
                "conversation",
                "Conversation",
                IsCustom: false,
                [
                    new("subject", AttributeType.Text, IsIdentity: true),
                    new("order_number", AttributeType.Text, IsIdentity: false),
                ],
                References: []
            ),
            new ObjectType(
                "order",
                "Order",
                IsCustom: true,
                [
                    new("status", AttributeType.Text, IsIdentity: false),
                    new("total", AttributeType.Decimal, IsIdentity: false),
                    new("placed_at", AttributeType.Date, IsIdentity: false),
                    new("skus", AttributeType.List, IsIdentity: false),
                ],
                [new("customer", IsMany: false), new("watchers", IsMany: true)]
            ),
        ]);
}

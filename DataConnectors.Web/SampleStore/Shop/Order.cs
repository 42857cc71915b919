namespace DataConnectors.Web.SampleStore.Shop;

/// <summary>Where an order stands.</summary>
internal enum OrderStatus
{
    /// <summary>Received, not paid.</summary>
    Placed,

    /// <summary>Paid, being packed.</summary>
    Paid,

    /// <summary>With a carrier.</summary>
    Shipped,

    /// <summary>With the customer.</summary>
    Delivered,

    /// <summary>Will not be sent.</summary>
    Cancelled,

    /// <summary>Came back.</summary>
    Returned,
}

/// <summary>One order. Amounts are in <paramref name="Currency"/>, in units and not in cents.</summary>
/// <param name="Number">As <c>1042</c>; text, as order numbers are.</param>
/// <param name="Cancellation">Null unless the order was cancelled.</param>
internal sealed record Order(
    string Number,
    OrderStatus Status,
    string Currency,
    decimal Subtotal,
    decimal ShippingFee,
    decimal Total,
    DateTimeOffset PlacedAt,
    CustomerSummary Customer,
    IReadOnlyList<OrderItem> Items,
    IReadOnlyList<Shipment> Shipments,
    Cancellation? Cancellation
);

/// <summary>One line of an order.</summary>
internal sealed record OrderItem(string Sku, string Name, int Quantity, decimal UnitPrice);

/// <summary>Why and when an order was cancelled.</summary>
internal sealed record Cancellation(string Reason, DateTimeOffset CancelledAt);

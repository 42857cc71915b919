namespace DataConnectors.Web.SampleStore.Shop;

/// <summary>Where a parcel is.</summary>
internal enum ShipmentStatus
{
    /// <summary>The carrier has it.</summary>
    InTransit,

    /// <summary>On the last van.</summary>
    OutForDelivery,

    /// <summary>Handed over.</summary>
    Delivered,

    /// <summary>On its way back to the store.</summary>
    ReturningToSender,
}

/// <summary>One parcel of an order.</summary>
/// <param name="EstimatedDelivery">The day; null when the carrier does not say.</param>
/// <param name="Events">What the carrier reported, oldest first.</param>
internal sealed record Shipment(
    string Carrier,
    string TrackingNumber,
    ShipmentStatus Status,
    DateOnly? EstimatedDelivery,
    IReadOnlyList<ShipmentEvent> Events
);

/// <summary>One report of a carrier.</summary>
internal sealed record ShipmentEvent(DateTimeOffset At, string Location, string Description);

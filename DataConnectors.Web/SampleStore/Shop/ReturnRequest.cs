namespace DataConnectors.Web.SampleStore.Shop;

/// <summary>How far a return is.</summary>
internal enum ReturnStatus
{
    /// <summary>Asked for; the parcel is not here yet.</summary>
    Requested,

    /// <summary>The parcel is here.</summary>
    Received,

    /// <summary>The money was sent back.</summary>
    Refunded,
}

/// <summary>One thing a customer sends back.</summary>
/// <param name="Id">As <c>ret_5001</c>.</param>
internal sealed record ReturnRequest(
    string Id,
    string OrderNumber,
    string Sku,
    string Reason,
    ReturnStatus Status,
    DateTimeOffset RequestedAt
);

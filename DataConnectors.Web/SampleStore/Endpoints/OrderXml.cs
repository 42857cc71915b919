using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using DataConnectors.Web.SampleStore.Hosting;
using DataConnectors.Web.SampleStore.Shop;

namespace DataConnectors.Web.SampleStore.Endpoints;

/// <summary>An order as an older shop system would send it: attributes, nested elements, repeated elements.</summary>
internal static class OrderXml
{
    /// <summary>The document, with its declaration.</summary>
    public static string Write(Order order)
    {
        var root = new XElement(
            "order",
            new XAttribute("number", order.Number),
            new XAttribute("status", Word(order.Status)),
            new XElement("placed_at", StoreJson.Instant(order.PlacedAt)),
            new XElement(
                "customer",
                new XAttribute("id", order.Customer.Id),
                new XElement("email", order.Customer.Email),
                new XElement("name", order.Customer.Name)
            ),
            new XElement(
                "total",
                new XAttribute("currency", order.Currency),
                order.Total.ToString("0.00", CultureInfo.InvariantCulture)
            ),
            new XElement("items", order.Items.Select(Item)),
            new XElement("shipments", order.Shipments.Select(Parcel))
        );
        return new XDeclaration("1.0", "utf-8", standalone: null) + "\n" + root;
    }

    private static XElement Item(OrderItem item) =>
        new(
            "item",
            new XAttribute("sku", item.Sku),
            new XElement("name", item.Name),
            new XElement("quantity", item.Quantity),
            new XElement("unit_price", item.UnitPrice)
        );

    private static XElement Parcel(Shipment shipment) =>
        new(
            "shipment",
            new XAttribute("status", Word(shipment.Status)),
            new XElement("carrier", shipment.Carrier),
            new XElement("tracking_number", shipment.TrackingNumber),
            new XElement(
                "estimated_delivery",
                shipment.EstimatedDelivery?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            ),
            shipment.Events.Select(report => new XElement(
                "event",
                new XAttribute("at", StoreJson.Instant(report.At)),
                new XAttribute("location", report.Location),
                report.Description
            ))
        );

    private static string Word<T>(T status)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());
}

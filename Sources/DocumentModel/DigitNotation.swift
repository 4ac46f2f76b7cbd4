/// Single digits as Chinese texts write them, by Unicode scalar. It knows no units and no places.
package enum DigitNotation {
    /// The value of an ASCII or full-width digit; nil for anything else.
    @inlinable package static func decimal(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x30...0x39: Int(scalar - 0x30)
        case 0xFF10...0xFF19: Int(scalar - 0xFF10)
        default: nil
        }
    }

    /// The value of a Chinese digit from 〇 to 九, 零 and 两 included; nil for anything else, 十 too.
    @inlinable package static func chinese(_ scalar: UInt32) -> Int? {
        switch scalar {
        // 〇, 零, and the white circle that stands for them.
        case 0x3007, 0x96F6, 0x25CB: 0
        case 0x4E00: 1
        // 二 and 两.
        case 0x4E8C, 0x4E24: 2
        case 0x4E09: 3
        case 0x56DB: 4
        case 0x4E94: 5
        case 0x516D: 6
        case 0x4E03: 7
        case 0x516B: 8
        case 0x4E5D: 9
        default: nil
        }
    }

    /// The value of a digit of either kind; nil for anything else.
    package static func value(_ scalar: UInt32) -> Int? { decimal(scalar) ?? chinese(scalar) }
}

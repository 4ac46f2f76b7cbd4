/// The characters that surround text without being part of it: control characters, spaces of every width, marks of no width.
package enum Blank {
    /// Whether a Unicode scalar is one of them; tabs and line ends are.
    ///
    /// - Source: Unicode 15, property White_Space, and of Default_Ignorable_Code_Point those that programs put into running text: U+00AD, U+180E,
    ///   U+200B–200F, U+202A–202E, U+2060–2064 and U+FEFF.
    @inlinable package static func contains(_ scalar: UInt32) -> Bool {
        // Most characters are letters or ideographs.
        !(0x3001...0xFEFE).contains(scalar) && !(0x21...0x7E).contains(scalar) && isListed(scalar)
    }

    /// The same, of scalars beyond ASCII's and the bulk of the basic plane's.
    package static func isListed(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0...0x20, 0x7F, 0x85, 0xA0, 0xAD, 0x1680, 0x180E, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x2064, 0x3000, 0xFEFF: true
        default: false
        }
    }
}
